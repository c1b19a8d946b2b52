package dev.offprint.cli;

import dev.offprint.bounces.PollOutcome;
import dev.offprint.bounces.Processed;
import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import java.util.Locale;

/** Looks into the mailbox that bounces come to, and tells what was in it. */
final class MailboxPoll {
  private MailboxPoll() {}

  static CommandResult once(ReturnMailbox mailbox, Console console) {
    ProcessedText text = new ProcessedText(console);
    PollOutcome outcome =
        mailbox.poll(
            new ReturnMailbox.Listener() {
              @Override
              public void read(int number, Processed processed) {
                text.tell("message " + number, processed);
              }

              @Override
              public void failed(int number, String why) {
                text.fail("message " + number, why);
              }
            });
    return switch (outcome) {
      case PollOutcome.Off off ->
          throw CommandFailure.failed("no mailbox is configured; set mail.bounces.host");
      case PollOutcome.Unavailable unavailable -> throw CommandFailure.failed(unavailable.why());
      case PollOutcome.Polled polled ->
          text.answer(
              String.format(
                  Locale.ROOT,
                  "%,d removed from the mailbox, %,d left there",
                  polled.removed(),
                  polled.left() + polled.failed()),
              new Document()
                  .with("removed", polled.removed())
                  .with("left", polled.left() + polled.failed()));
    };
  }
}
