package dev.offprint.cli.roster;

import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression.Origin;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file says that somebody stands.
 *
 * @param status as which they come in
 * @param origin why they are not to be mailed; null when they are
 */
record WrittenStatus(Status status, @Nullable Origin origin) {
  private static final Set<String> MAILED =
      Set.of("", "enabled", "active", "subscribed", "confirmed", "enable", "regular");
  private static final Set<String> ASKED =
      Set.of("pending", "unconfirmed", "notconfirmed", "unverified");
  private static final Map<String, Origin> AWAY =
      Map.ofEntries(
          Map.entry("disabled", Origin.UNSUBSCRIBE),
          Map.entry("unsubscribed", Origin.UNSUBSCRIBE),
          Map.entry("unsubscribe", Origin.UNSUBSCRIBE),
          Map.entry("optedout", Origin.UNSUBSCRIBE),
          Map.entry("inactive", Origin.UNSUBSCRIBE),
          Map.entry("blocklisted", Origin.OPERATOR),
          Map.entry("blacklisted", Origin.OPERATOR),
          Map.entry("blocked", Origin.OPERATOR),
          Map.entry("banned", Origin.OPERATOR),
          Map.entry("suppressed", Origin.OPERATOR),
          Map.entry("bounced", Origin.HARD_BOUNCE),
          Map.entry("cleaned", Origin.HARD_BOUNCE),
          Map.entry("complained", Origin.COMPLAINT),
          Map.entry("spam", Origin.COMPLAINT));

  /**
   * Reads one.
   *
   * @param agreed whether the operator vouches for those whom the file calls subscribed
   * @throws IllegalArgumentException when there is no such
   */
  static WrittenStatus of(String text, Program program, boolean agreed) {
    if (program == Program.OFFPRINT) {
      return ours(text);
    }
    String word = Column.letters(text);
    if (MAILED.contains(word) || (word.equals("paused") && !agreed)) {
      return new WrittenStatus(agreed ? Status.ACTIVE : Status.PENDING, null);
    }
    if (word.equals("paused")) {
      return new WrittenStatus(Status.PAUSED, null);
    }
    if (ASKED.contains(word)) {
      return new WrittenStatus(Status.PENDING, null);
    }
    Origin origin = AWAY.get(word);
    if (origin == null) {
      throw new IllegalArgumentException("there is no such status: " + Text.quoted(text));
    }
    return new WrittenStatus(
        origin == Origin.UNSUBSCRIBE ? Status.UNSUBSCRIBED : Status.SUPPRESSED, origin);
  }

  private static WrittenStatus ours(String text) {
    Optional<Status> status =
        Arrays.stream(Status.values())
            .filter(each -> each.name().equals(text.strip().toUpperCase(Locale.ROOT)))
            .findFirst();
    return switch (status.orElseThrow(
        () -> new IllegalArgumentException("there is no such status: " + Text.quoted(text)))) {
      case UNSUBSCRIBED -> new WrittenStatus(Status.UNSUBSCRIBED, Origin.UNSUBSCRIBE);
      case SUPPRESSED -> new WrittenStatus(Status.SUPPRESSED, Origin.OPERATOR);
      case PENDING, ACTIVE, PAUSED -> new WrittenStatus(status.get(), null);
    };
  }
}
