package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.ledger.Delivery.Status;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Ends a pause of all sending. */
@Command(
    name = "resume",
    description = "Send again, after 'offprint pause'.",
    footer = {
      "",
      "What waited goes out, unless it is too old by now (mail.too_late_hours); the ledger says",
      "which was. The daemon plans within a minute what was due meanwhile."
    })
public final class ResumeCommand implements Action<SubscriberFeatures> {
  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Optional<Instant> since = features.ledger().claims().resume(features.clock().instant());
    int waiting = features.ledger().deliveries().counts().getOrDefault(Status.PLANNED, 0);
    return new CommandResult(
        since
            .map(
                paused ->
                    String.format(
                        Locale.ROOT,
                        "Mails go out again; none did since %s. %s waiting.",
                        TimingText.moment(paused, features.zone()),
                        waiting == 1 ? "1 mail is" : Text.count(waiting, "mail") + " are"))
            .orElse("Sending was not paused."),
        new Document()
            .with("paused", false)
            .with("since", since.map(Instant::toString).orElse(null))
            .with("waiting", waiting));
  }
}
