package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report in words, as mail systems without RFC 3464 write it.
 *
 * @param words what the system says
 * @param original what it adds of the mail itself; empty when it adds nothing
 */
record ProseReport(String words, String original) {
  private static final int MAX = 60_000;

  /** The line that says what follows is the mail itself. */
  private static final Pattern BELOW =
      Pattern.compile(
          "^\\W{0,80}(.{0,60}\\b(original|unsent|returned|bounced|undelivered)"
              + " (e-?mail|mail|message|text)( (info|header|headers))?( is)?( follows?|"
              + " following)?\\W{0,80}|.{0,40}\\b(message|mail) headers?"
              + " follow.{0,20}|.{0,40}\\bcopy of (the|your|my)( original)?"
              + " (message|mail).{0,60}|.{0,40}\\bheaders? of (the|your) (original"
              + " )?(message|mail).{0,60})$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HEADER =
      Pattern.compile("^(?:[A-Za-z][A-Za-z0-9-]{1,60}:.*|[ \\t]+\\S.*|>? ?From \\S+ .*)$");
  private static final Pattern SURE_HEADER =
      Pattern.compile(
          "^(Received|Return-Path|DKIM-Signature|Message-ID|MIME-Version|X-Received|ARC-Seal):.*",
          Pattern.CASE_INSENSITIVE);

  /** How many header lines in a row, one of them a sure one, are no sentence any more. */
  private static final int HEADER_LINES = 3;

  /** Parts a report from the mail below it. */
  static ProseReport of(String text) {
    String cut = text.length() > MAX ? text.substring(0, MAX) : text;
    int from = 0;
    int run = 0;
    int runFrom = 0;
    boolean sure = false;
    while (from < cut.length()) {
      int end = cut.indexOf('\n', from);
      int next = end < 0 ? cut.length() : end + 1;
      String line = cut.substring(from, end < 0 ? next : end);
      if (from > 0 && line.length() < 250 && BELOW.matcher(line.strip()).matches()) {
        return new ProseReport(cut.substring(0, from), cut.substring(next));
      }
      if (line.length() < 2_000 && HEADER.matcher(line).matches()) {
        if (run == 0) {
          runFrom = from;
        }
        run++;
        sure |= SURE_HEADER.matcher(line).matches();
        if (sure && run >= HEADER_LINES) {
          return new ProseReport(cut.substring(0, runFrom), cut.substring(runFrom));
        }
      } else {
        run = 0;
        sure = false;
      }
      from = next;
    }
    return new ProseReport(cut, "");
  }

  /** The header of the mail below: from its first line that looks like one. */
  String originalHeader() {
    String[] lines = original.split("\n", 400);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.length() < 2_000 && line.matches("[A-Za-z][A-Za-z0-9-]{1,60}:.*")) {
        StringBuilder header = new StringBuilder();
        // Indented as a whole in some reports.
        String indent = lines[i].substring(0, lines[i].indexOf(line));
        for (int j = i; j < lines.length && !lines[j].isBlank(); j++) {
          String kept =
              lines[j].startsWith(indent) ? lines[j].substring(indent.length()) : lines[j];
          header.append(kept).append('\n');
        }
        return header.toString();
      }
    }
    return "";
  }

  /**
   * The addresses that the words say failed, with what is said of each.
   *
   * @param own addresses that the report itself came from or went to; they are rarely what failed
   */
  List<FailedRecipient> recipients(Set<String> own) {
    List<FailedRecipient> recipients = new ArrayList<>();
    new FailedAddresses(words, own)
        .find()
        .forEach((address, codes) -> recipients.add(codes.recipient(address, null)));
    return recipients;
  }

  /** What the words say of an address, or else what they say at all. */
  Function<EmailAddress, Codes> about(Set<String> own) {
    Map<EmailAddress, Codes> said = new FailedAddresses(words, own).find();
    Codes whole = Codes.anywhere(words);
    return address -> said.getOrDefault(address, whole);
  }

  /** Lines, none of them long enough to hurt. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.add(line.length() > 2_000 ? line.substring(0, 2_000) : line);
    }
    return lines;
  }

  static Matcher addresses(String line) {
    return AddressesInText.ADDRESS.matcher(line);
  }
}
