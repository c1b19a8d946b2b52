package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a delivery status notification (RFC 3464, section 2.3; in other scripts RFC 6533),
 * wherever they stand: some systems put them into plain text.
 *
 * @param failed those whose action is {@code failed}, or who have none and no success
 * @param delayed those whose action is {@code delayed}
 * @param succeeded whether there are any of a success, and none of anything else
 */
record StatusReport(
    List<FailedRecipient> failed, List<FailedRecipient> delayed, boolean succeeded) {
  private static final int MAX_GROUPS = 200;
  private static final Pattern RECIPIENT =
      Pattern.compile("^\\s{0,8}(final|original)-recipient\\s{0,3}:", Pattern.CASE_INSENSITIVE);
  private static final Pattern FIELD = Pattern.compile("^\\s{0,8}[A-Za-z][\\w-]{1,60}\\s{0,3}:.*");

  /**
   * Reads whatever fields a text holds.
   *
   * @param notice what the words beside the fields say of an address
   */
  static StatusReport of(String text, Function<EmailAddress, Codes> notice) {
    List<FailedRecipient> failed = new ArrayList<>();
    List<FailedRecipient> delayed = new ArrayList<>();
    boolean succeeded = false;
    for (String group : groups(text)) {
      Fields fields = Fields.of(group);
      String action = fields.first("Action").strip().toLowerCase(Locale.ROOT);
      if (isSuccess(action)) {
        succeeded = true;
        continue;
      }
      recipient(fields, notice)
          .ifPresent(found -> (action.startsWith("delayed") ? delayed : failed).add(found));
    }
    return new StatusReport(failed, delayed, succeeded && failed.isEmpty() && delayed.isEmpty());
  }

  private static boolean isSuccess(String action) {
    return action.startsWith("delivered")
        || action.startsWith("relayed")
        || action.startsWith("expanded");
  }

  private static Optional<FailedRecipient> recipient(
      Fields fields, Function<EmailAddress, Codes> notice) {
    Optional<EmailAddress> last = AddressesInText.inField(fields.first("Final-Recipient"));
    if (last.isEmpty()) {
      last = AddressesInText.inField(fields.first("X-Actual-Recipient"));
    }
    Optional<EmailAddress> first = AddressesInText.inField(fields.first("Original-Recipient"));
    Optional<EmailAddress> address = first.isPresent() ? first : last;
    String diagnostic = String.join(" ", fields.all("Diagnostic-Code"));
    Codes codes = Codes.of(fields.first("Status"), withoutType(diagnostic));
    EmailAddress forwardedTo = last.orElse(null);
    return address.map(
        found ->
            codes
                .or(() -> notice.apply(forwardedTo == null ? found : forwardedTo))
                .recipient(
                    found,
                    forwardedTo == null || forwardedTo.key().equals(found.key())
                        ? null
                        : forwardedTo));
  }

  /** What the host said, without what kind of code it is. */
  static String withoutType(String diagnostic) {
    return diagnostic.replaceFirst("^\\s{0,8}[\\w-]{1,30}\\s{0,3};", "").strip();
  }

  /** Each run of fields that names a recipient, unindented. */
  private static List<String> groups(String text) {
    List<String> groups = new ArrayList<>();
    StringBuilder group = new StringBuilder();
    Set<String> named = new HashSet<>();
    boolean indented = false;
    for (String line : (text + "\n\n").split("\n", -1)) {
      Matcher recipient = RECIPIENT.matcher(line);
      boolean names = recipient.find();
      String which = names ? recipient.group(1).toLowerCase(Locale.ROOT) : "";
      if (line.isBlank() || named.contains(which)) {
        if (!named.isEmpty() && groups.size() < MAX_GROUPS) {
          groups.add(group.toString());
        }
        group.setLength(0);
        named.clear();
      }
      if (names) {
        named.add(which);
        indented = Character.isWhitespace(line.charAt(0));
      }
      boolean field = FIELD.matcher(line).matches() && (indented || !line.startsWith(" "));
      group.append(field ? line.strip() : " " + line.strip()).append('\n');
    }
    return groups;
  }
}
