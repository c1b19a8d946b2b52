package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Table;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.subscribers.GroupText;
import dev.offprint.documents.DeliveryDocument;
import dev.offprint.ledger.Delivery;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows rows of the ledger. */
@Command(name = "list", description = "List what the ledger holds, the newest day first.")
final class DeliveriesList implements Action<SubscriberFeatures> {
  /** What a person can still look through; JSON holds them all. */
  private static final int SHOWN = 200;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "Only editions of this day: YYYY-MM-DD, today or yesterday.")
  @Nullable Day day;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "Only those that are planned, sending, sent, deferred, failed, skipped, bounced or"
              + " complained.")
  Delivery.@Nullable Status status;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "Only those of the members of this group.")
  @Nullable String group;

  private final Map<Long, Optional<EmailAddress>> addresses = new HashMap<>();

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    @Nullable LocalDate wanted = day == null ? null : day.in(features);
    List<Delivery> found =
        GroupText.ofMembers(features, group, features.ledger().deliveries().list(wanted, status));
    return new CommandResult(
        found.isEmpty() ? none(features, wanted) : table(found, features),
        found.stream()
            .map(delivery -> DeliveryDocument.of(delivery, address(delivery, features)))
            .toList());
  }

  private static String none(SubscriberFeatures features, @Nullable LocalDate wanted) {
    return Optional.ofNullable(wanted)
        .flatMap(day -> RetainedDays.forgotten(features, day))
        .orElse("There are no such deliveries.");
  }

  private String table(List<Delivery> found, SubscriberFeatures features) {
    Table table = new Table("ID", "EDITION", "ADDRESS", "STATUS", "TRIED", "REASON");
    for (Delivery delivery : found.subList(0, Math.min(SHOWN, found.size()))) {
      LocalDate edition = delivery.day();
      table.row(
          Long.toString(delivery.id()),
          edition == null ? Text.word(delivery.kind()) : edition.toString(),
          Objects.toString(address(delivery, features), "(erased)"),
          Text.word(delivery.progress().status()),
          Integer.toString(delivery.progress().attempts()),
          Objects.requireNonNullElse(delivery.progress().reason(), ""));
    }
    return found.size() <= SHOWN
        ? table.toString()
        : String.format(
            Locale.ROOT,
            "%s\nand %,d more; --date and --status narrow the list",
            table,
            found.size() - SHOWN);
  }

  private @Nullable EmailAddress address(Delivery delivery, SubscriberFeatures features) {
    return addresses
        .computeIfAbsent(
            delivery.subscriberId(), id -> features.subscribers().find(id).map(Subscriber::address))
        .orElse(null);
  }
}
