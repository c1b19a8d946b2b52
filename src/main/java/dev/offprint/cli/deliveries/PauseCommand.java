package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import java.time.Instant;
import picocli.CommandLine.Command;

/** Stops all sending. */
@Command(
    name = "pause",
    description = "Send nothing to anybody until 'offprint resume'.",
    footer = {
      "",
      "The daemon stops within a second, but for the messages that are on the wire, and so does",
      "any other process that works on the same database; after a restart that still holds. What",
      "is planned waits, confirmations too. New editions are planned once sending is resumed: one",
      "for each subscriber, for the latest day that was due. 'offprint status' says since when",
      "nothing is sent. 'offprint subscribers pause' is for some subscribers."
    })
public final class PauseCommand implements Action<SubscriberFeatures> {
  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    boolean changed = features.ledger().claims().pause(features.clock().instant());
    Instant since = features.ledger().claims().pausedSince().orElseThrow();
    return new CommandResult(
        (changed ? "" : "It was so already: ") + SendingPauseText.sentence(features, since),
        new Document().with("paused", true).with("since", since.toString()));
  }
}
