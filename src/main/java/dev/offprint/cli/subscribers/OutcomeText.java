package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Subscriber;
import java.util.Locale;

/** What came of a change of status, in words. */
final class OutcomeText {
  private OutcomeText() {}

  /**
   * Says that a subscriber stands as was asked for.
   *
   * @param meaning what it means, as the end of a sentence that begins with the address
   */
  static CommandResult of(
      SubscriberFeatures features, Outcome outcome, EmailAddress address, String meaning) {
    return switch (outcome) {
      case Outcome.Done(Subscriber done) -> {
        Subscriber now = SubscriberText.due(features, done);
        String due = SubscriberText.nextDue(now);
        yield new CommandResult(
            String.format(
                Locale.ROOT,
                "%s %s%s",
                now.address(),
                meaning,
                due == null ? "." : "; the next is due " + due + "."),
            SubscriberText.document(features, now));
      }
      case Outcome.Already(Subscriber now) ->
          new CommandResult(
              String.format(
                  Locale.ROOT, "%s is %s already.", now.address(), Text.word(now.status())),
              SubscriberText.document(features, SubscriberText.due(features, now)));
      case Outcome.Unknown unknown -> throw SubscriberText.unknown(address);
      default -> throw barred(address);
    };
  }

  static CommandFailure barred(EmailAddress address) {
    return CommandFailure.failed(
        address + " must not be mailed: its mails came back, or its owner complained");
  }
}
