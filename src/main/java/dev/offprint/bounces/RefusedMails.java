package dev.offprint.bounces;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.DeliveryStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Mails that were refused for their sender, network or content, which the operator alone can mend.
 *
 * @param count how many
 * @param last why the last of them was refused, on one line; empty when there is none
 */
public record RefusedMails(int count, String last) {
  public static final RefusedMails NONE = new RefusedMails(0, "");

  /**
   * Those among the editions of some days that came back, or that the relay itself refused.
   *
   * @param today the last of the days
   */
  public static RefusedMails in(DeliveryStore deliveries, LocalDate today, int days) {
    List<String> reasons = new ArrayList<>();
    for (int back = 0; back < days; back++) {
      for (Delivery.Status status : List.of(Delivery.Status.BOUNCED, Delivery.Status.FAILED)) {
        deliveries.list(today.minusDays(back), status).stream()
            .map(delivery -> delivery.progress().reason())
            .filter(Objects::nonNull)
            .filter(reason -> status == Delivery.Status.BOUNCED || isAnswered(reason))
            .filter(reason -> Severity.of(reason) == Severity.REFUSED)
            .forEach(reasons::add);
      }
    }
    return reasons.isEmpty() ? NONE : new RefusedMails(reasons.size(), reasons.getFirst());
  }

  /**
   * Whether a relay said so: its answer has a reply code. What Offprint finds by itself has none,
   * such as an address that the relay could not be given, and that is nobody's judgement.
   */
  private static boolean isAnswered(String reason) {
    return Codes.of("", reason).reply() != null;
  }

  /** These, and what a message that came back adds to them. */
  public RefusedMails and(Processed processed) {
    return processed.effects().stream()
        .filter(Processed.Refused.class::isInstance)
        .map(refused -> new RefusedMails(count + 1, ((Processed.Refused) refused).why()))
        .findFirst()
        .orElse(this);
  }

  /** What the log says of them, in which no address is whole. */
  public String forLog() {
    return String.format(
        Locale.ROOT,
        "%,d %s refused for the sender, its network or the content, which suppresses nobody;"
            + " check SPF, DKIM, DMARC, the reverse name and block lists. The last: %s",
        count,
        count == 1 ? "mail was" : "mails were",
        AddressesInText.masked(last));
  }
}
