package dev.offprint.cli;

import dev.offprint.bounces.Poll;
import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.TimingText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the mailbox is doing that bounces come to, in words and as JSON.
 *
 * @param document null when none is configured
 */
public record MailboxText(String text, @Nullable Document document) {
  public static MailboxText of(SubscriberFeatures features) {
    ReturnMailbox mailbox = features.returnMailbox();
    if (!mailbox.isOn()) {
      return new MailboxText("none is read", null);
    }
    Poll last = mailbox.lastPoll().orElse(null);
    if (last == null) {
      return new MailboxText("not read yet", document(null, null, null));
    }
    String answered =
        last.answeredAt() == null
            ? "never read"
            : "read " + TimingText.moment(last.answeredAt(), features.zone());
    return new MailboxText(
        last.problem() == null
            ? answered
            : String.format(Locale.ROOT, "%s (%s)", last.problem(), answered),
        document(last.polledAt(), last.answeredAt(), last.problem()));
  }

  private static Document document(
      @Nullable Object polled, @Nullable Object answered, @Nullable String problem) {
    return new Document()
        .with("polled", polled == null ? null : polled.toString())
        .with("answered", answered == null ? null : answered.toString())
        .with("problem", problem);
  }
}
