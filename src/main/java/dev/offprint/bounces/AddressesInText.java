package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses in text that was not written to be read by programs. */
public final class AddressesInText {
  /** ASCII alone: elsewhere nothing tells where a word of Chinese ends and an address begins. */
  static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![A-Za-z0-9!#$%&+=?^_.~-])[A-Za-z0-9_+=#&][A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{0,63}+"
              + "@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");

  /** More in one message are not a report on them. */
  private static final int MAX = 200;

  private AddressesInText() {}

  /** Every address in a text, in order. */
  static List<EmailAddress> in(String text) {
    List<EmailAddress> found = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (found.size() < MAX && matcher.find()) {
      of(matcher.group()).filter(address -> !found.contains(address)).ifPresent(found::add);
    }
    return found;
  }

  /**
   * The address in a field of a report: {@code rfc822; a@b}, as RFC 3464 has it, with or without
   * the type, brackets or a comment.
   */
  static Optional<EmailAddress> inField(String value) {
    int type = value.indexOf(';');
    String address = value.substring(type + 1).strip();
    Optional<EmailAddress> whole = of(address.replaceAll("^[<\"']{1,3}|[>\"']{1,3}$", ""));
    return whole.isPresent() ? whole : in(address).stream().findFirst();
  }

  /** A text in which no address is whole. */
  public static String masked(String text) {
    return ADDRESS
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(of(found.group()).map(EmailAddress::masked).orElse("…")));
  }

  static Optional<EmailAddress> of(String text) {
    if (text.length() > 320) {
      return Optional.empty();
    }
    try {
      return Optional.of(EmailAddress.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
