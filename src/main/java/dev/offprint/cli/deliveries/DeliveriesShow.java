package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.documents.DeliveryDocument;
import dev.offprint.ledger.Delivery;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one row of the ledger. */
@Command(name = "show", description = "Show one delivery: what was planned, and what became of it.")
final class DeliveriesShow implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "ID", description = "Number of the delivery, as the list shows it.")
  long id;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Delivery delivery = DeliveryText.known(features, id);
    List<ChosenPaper> papers = features.ledger().deliveries().papers(delivery);
    @Nullable EmailAddress address =
        features.subscribers().find(delivery.subscriberId()).map(Subscriber::address).orElse(null);
    List<String> story =
        DeliveryText.story(delivery, papers.size(), features.zone(), features.clock().instant());
    return new CommandResult(
        String.format(
            Locale.ROOT,
            "Delivery %d%s, times in %s\nMessage-ID %s\n\n%s%s%s",
            id,
            address == null ? "" : " to " + address,
            features.zone(),
            delivery.messageId(),
            Text.paragraph(story),
            papers.isEmpty() ? "" : "\n",
            DeliveryText.papers(papers, delivery.day())),
        Document.of(DeliveryDocument.of(delivery, address, papers)).with("story", story));
  }
}
