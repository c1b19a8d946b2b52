package dev.offprint.operator;

import dev.offprint.bounces.AddressesInText;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.ledger.Delivery;
import dev.offprint.subscribers.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mails as rows of a table. */
final class TroubledView {
  /** A relay can say much, of which the beginning tells. */
  private static final int MOST = 240;

  private final Features features;

  TroubledView(Features features) {
    this.features = features;
  }

  /** Rows in which no address is whole. */
  List<Map<String, Object>> of(List<Delivery> deliveries) {
    Map<Long, EmailAddress> addresses =
        features
            .subscribers()
            .addresses(deliveries.stream().map(Delivery::subscriberId).distinct().toList());
    return deliveries.stream()
        .map(
            delivery ->
                row(
                    delivery,
                    Optional.ofNullable(addresses.get(delivery.subscriberId()))
                        .map(EmailAddress::masked)
                        .orElse("somebody who is gone")))
        .toList();
  }

  /** One row. */
  Map<String, Object> row(Delivery delivery, String address) {
    Delivery.Progress progress = delivery.progress();
    Instant at = Optional.ofNullable(progress.settledAt()).orElse(delivery.plannedAt());
    return Map.of(
        "id", delivery.id(),
        "subscriber", delivery.subscriberId(),
        "address", address,
        "what", what(delivery, LocalDate.ofInstant(at, features.zone())),
        "status", LedgerFigures.word(progress.status()),
        "at", TimingText.moment(at, features.zone()),
        "reason", shown(Optional.ofNullable(progress.reason()).orElse("")));
  }

  /** An edition of another day than the one on which this became of it names its own. */
  private static String what(Delivery delivery, LocalDate settled) {
    LocalDate day = delivery.day();
    String kind = LedgerFigures.word(delivery.kind());
    return day == null || day.equals(settled) ? kind : kind + " of " + TimingText.day(day);
  }

  private static String shown(String reason) {
    return AddressesInText.masked(Text.cut(Text.oneLine(reason), MOST));
  }
}
