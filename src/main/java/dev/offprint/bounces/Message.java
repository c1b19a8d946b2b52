package dev.offprint.bounces;

import dev.offprint.bounces.Parts.Part;
import dev.offprint.bounces.Reading.Returned;
import dev.offprint.subscribers.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message as far as reports need it.
 *
 * @param parts the parts that hold no others
 * @param notice what it says in words
 */
record Message(Fields header, List<Part> parts, ProseReport notice) {
  /** A report stands before the mail it returns; what is behind this is never looked at. */
  private static final int MAX_BYTES = 4_000_000;

  private static final String[] CAME_BACK_TO = {
    "X-Original-To", "Delivered-To", "Envelope-To", "To"
  };

  /**
   * The local part of our Message-IDs, behind the local part of our return address; also as it was
   * before it had the subscriber's number.
   */
  private static final Pattern TOKEN =
      Pattern.compile("\\+([0-9A-Va-v]{24}\\.[0-9A-Za-z]{1,7}|[0-9A-Fa-f]{32})@");

  /** More in one message are not those of a mail of ours. */
  private static final int MAX_TOKENS = 10;

  static Message of(byte[] bytes) {
    String raw =
        new String(bytes, 0, Math.min(bytes.length, MAX_BYTES), StandardCharsets.ISO_8859_1);
    String text = withoutEnvelopeLine(Lines.normalized(raw).replaceFirst("^\n{1,100}", ""));
    Fields header = Fields.of(Decoding.utf8(bytes(Lines.header(text))));
    List<Part> parts = Parts.of(bytes(text));
    return new Message(header, parts, ProseReport.of(words(parts)));
  }

  /** A message is carried around as ISO-8859-1, in which every byte is a character. */
  private static byte[] bytes(String carried) {
    return carried.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The line before the header in files of the form mbox (RFC 4155). */
  private static String withoutEnvelopeLine(String text) {
    return text.startsWith("From ") ? text.substring(text.indexOf('\n') + 1) : text;
  }

  private static String words(List<Part> parts) {
    String plain = joined(parts, "text/html", false);
    return plain.isBlank() ? joined(parts, "text/html", true) : plain;
  }

  private static String joined(List<Part> parts, String type, boolean wanted) {
    return parts.stream()
        .takeWhile(part -> !part.isReturned())
        .filter(part -> part.isText() || part.type().startsWith("multipart/"))
        .filter(part -> part.type().equals(type) == wanted)
        .map(Part::body)
        .collect(Collectors.joining("\n\n"));
  }

  /** The text of every part of one of these types. */
  String bodies(Set<String> types) {
    return parts.stream()
        .filter(part -> types.contains(part.type()))
        .map(Part::body)
        .collect(Collectors.joining("\n\n"));
  }

  /** The header of the mail that came back; without fields when there is none. */
  Fields returnedHeader() {
    return parts.stream()
        .filter(Part::isReturned)
        .findFirst()
        .map(part -> Fields.of(Lines.header(part.body().stripLeading())))
        .orElseGet(() -> Fields.of(notice.originalHeader()));
  }

  /** What came back, to be read as a message of its own; empty when nothing did. */
  byte[] returnedBytes() {
    return parts.stream()
        .filter(Part::isReturned)
        .findFirst()
        .map(Part::body)
        .orElse(notice.original())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The text of what says that it has parts and cannot be told apart. */
  String undivided() {
    return parts.stream()
        .filter(part -> part.type().startsWith("multipart/"))
        .map(Part::body)
        .collect(Collectors.joining("\n\n"));
  }

  boolean returnsPart() {
    return parts.stream().anyMatch(Part::isReturned);
  }

  Returned returned() {
    Fields fields = returnedHeader();
    List<EmailAddress> to = AddressesInText.in(String.join(", ", fields.all("To")));
    return new Returned(
        messageId(fields.first("Message-ID")),
        to.size() == 1 ? to.getFirst() : null,
        tokens(fields));
  }

  /** Of the addresses that it came back to, and of the one that the mail left under. */
  private List<String> tokens(Fields returned) {
    Set<String> tokens = new LinkedHashSet<>();
    for (String name : CAME_BACK_TO) {
      header.all(name).forEach(value -> addTokens(value, tokens));
    }
    returned.all("Return-Path").forEach(value -> addTokens(value, tokens));
    return tokens.stream().limit(MAX_TOKENS).toList();
  }

  /** The tokens in a text with addresses. */
  static List<String> tokens(String value) {
    Set<String> tokens = new LinkedHashSet<>();
    addTokens(value, tokens);
    return List.copyOf(tokens);
  }

  private static void addTokens(String value, Set<String> tokens) {
    TOKEN
        .matcher(value)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .forEach(tokens::add);
  }

  @Nullable String messageId() {
    return messageId(header.first("Message-ID"));
  }

  private static @Nullable String messageId(String value) {
    int from = value.indexOf('<');
    int to = value.indexOf('>', from + 1);
    return from < 0 || to < 0 || to - from > 250 ? null : value.substring(from, to + 1);
  }

  List<EmailAddress> deliveredTo() {
    return addresses(CAME_BACK_TO);
  }

  /** The keys of the addresses that the message itself came from or went to. */
  Set<String> own() {
    Set<String> own = new HashSet<>();
    addresses(
            "From",
            "Sender",
            "Reply-To",
            "Return-Path",
            "Errors-To",
            "X-Original-To",
            "Delivered-To",
            "Envelope-To",
            "To")
        .forEach(address -> own.add(address.key()));
    return own;
  }

  private List<EmailAddress> addresses(String... names) {
    List<EmailAddress> found = new ArrayList<>();
    for (String name : names) {
      for (EmailAddress address : AddressesInText.in(String.join(", ", header.all(name)))) {
        if (!found.contains(address)) {
          found.add(address);
        }
      }
    }
    return found;
  }

  /** The addresses of Exim's and Google's own header field. */
  List<EmailAddress> failedByHeader() {
    return addresses("X-Failed-Recipients");
  }
}
