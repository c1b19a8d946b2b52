package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the addresses that failed in the words of a report. The surest places are looked at first,
 * and the first kind of place that names any is believed: an address that begins a line, the
 * command {@code RCPT TO}, one behind a word such as "to" or "recipient", and any other that is
 * neither the report's own nor said to be a sender.
 */
final class FailedAddresses {
  private static final Pattern BEFORE_LEADING =
      Pattern.compile("^[\\s>*•|\"'<(-]{0,20}(?:[45]\\d\\d )?[\\s\"'<]{0,3}$");
  private static final Pattern AFTER_LEADING =
      Pattern.compile(
          "^[>\"')]{0,3}(?:\\s*$|\\s{0,3}[:,;(\\[<].*|\\s{0,3}\\.\\.\\..*| on .*|"
              + " (?:invalid|unknown|user"
              + "|address|mailbox|account|was|is|could|does|has|not|failed)\\b.*|\\s-.*)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_RCPT =
      Pattern.compile(".*\\bRCPT(?: TO)?\\s?:\\s{0,3}<?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_NAMED =
      Pattern.compile(
          ".*(?:\\b(?:to|recipients?|user|userid|mailbox|address(?:es)?|emailaddress|account|for|attempts|errors"
              + "|size|following|deliver|delivered|alias|target)|に|宛|收件人|получател\\S{1,4})[\\s:<\\[(\"'\\\\-]{0,9}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_SENDER =
      Pattern.compile(
          ".*(?:\\b(?:from|sender|contact|by|mailto|reply-to|return-path|postmaster|help|visit|cc|source|domain"
              + " of|write to|e-?mail to|forward\\w{0,3} to|sent to us|questions? to)|差出人)"
              + "[\\s:=<\\[(\"'\\\\]{0,9}$",
          Pattern.CASE_INSENSITIVE);
  private static final int MAX_SAID = 3_000;

  private final List<String> lines;
  private final String words;
  private final Set<String> own;

  FailedAddresses(String words, Set<String> own) {
    this.words = words;
    this.lines = ProseReport.lines(words);
    this.own = own;
  }

  /** An address, and where it stands. */
  private record Place(EmailAddress address, String before, String after, int line) {}

  /** The addresses, in order, each with what is said of it. */
  Map<EmailAddress, Codes> find() {
    List<Place> places = places();
    List<Place> leading = places.stream().filter(this::isLeading).toList();
    if (!leading.isEmpty()) {
      return said(leading);
    }
    List<Place> commands =
        places.stream().filter(place -> BEFORE_RCPT.matcher(place.before()).matches()).toList();
    if (!commands.isEmpty()) {
      return said(commands);
    }
    Set<String> senders =
        places.stream()
            .filter(place -> BEFORE_SENDER.matcher(place.before()).matches())
            .map(place -> place.address().key())
            .collect(Collectors.toSet());
    List<Place> others =
        places.stream()
            .filter(place -> !own.contains(place.address().key()))
            .filter(place -> !senders.contains(place.address().key()))
            .toList();
    List<Place> named =
        others.stream().filter(place -> BEFORE_NAMED.matcher(place.before()).matches()).toList();
    return said(named.isEmpty() ? others : named);
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher matcher = ProseReport.addresses(line);
      while (matcher.find() && places.size() < 400) {
        Optional<EmailAddress> address = AddressesInText.of(matcher.group());
        if (address.isPresent()) {
          // Far from the beginning of a line only the last words matter.
          int from = Math.max(0, matcher.start() - 80);
          String before = (from > 0 ? "…" : "") + line.substring(from, matcher.start());
          places.add(new Place(address.get(), before, line.substring(matcher.end()), i));
        }
      }
    }
    return places;
  }

  private boolean isLeading(Place place) {
    return BEFORE_LEADING.matcher(place.before()).matches()
        && AFTER_LEADING.matcher(place.after()).matches()
        && !(place.before().matches(".*[45]\\d\\d .*") && own.contains(place.address().key()));
  }

  private Map<EmailAddress, Codes> said(List<Place> places) {
    Map<EmailAddress, Codes> found = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      int end = i + 1 < places.size() ? places.get(i + 1).line() : lines.size();
      found.merge(
          place.address(),
          Codes.of("", said(place, Math.max(end, place.line() + 1))),
          (first, second) -> first.knows() >= second.knows() ? first : second);
    }
    Codes whole = Codes.anywhere(words);
    boolean alone = found.size() == 1;
    found.replaceAll(
        (address, codes) -> {
          boolean telling =
              !codes.isEmpty()
                  || (whole.isEmpty() && codes.words().length() > address.toString().length() + 12);
          return telling || !alone ? codes : whole;
        });
    return found;
  }

  /** The line, if it has a code of its own; else also those below it, up to the next address. */
  private String said(Place place, int end) {
    StringBuilder said = new StringBuilder(lines.get(place.line()));
    if (place.before().matches(".*[45]\\d\\d .*")) {
      return said.toString();
    }
    for (int i = place.line() + 1; i < end && said.length() < MAX_SAID; i++) {
      said.append('\n').append(lines.get(i));
    }
    return said.toString();
  }
}
