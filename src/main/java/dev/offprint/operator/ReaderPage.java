package dev.offprint.operator;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.TimingText;
import dev.offprint.cli.deliveries.DeliveriesExplain;
import dev.offprint.cli.subscribers.SubscriberText;
import dev.offprint.cli.subscribers.SubscribersShow;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One reader's story: what {@code deliveries explain} and {@code subscribers show} say, which is
 * asked of these commands.
 */
final class ReaderPage {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
  private static final int LATEST = 14;

  private final Features features;

  ReaderPage(Features features) {
    this.features = features;
  }

  /**
   * What is shown.
   *
   * @param status of HTTP
   */
  record Story(int status, Map<String, Object> values) {}

  /** Of whoever has the address that was typed. */
  Story typed(String address) {
    try {
      return of(EmailAddress.of(address.strip()));
    } catch (IllegalArgumentException e) {
      return problem(400, address, String.valueOf(e.getMessage()));
    }
  }

  /** Of a subscriber by the id that a link names. */
  Story known(String id) {
    Optional<Subscriber> subscriber =
        id.matches("\\d{1,18}")
            ? features.subscribers().find(Long.parseLong(id))
            : Optional.empty();
    return subscriber
        .map(known -> of(known.address()))
        .orElseGet(() -> problem(404, "", "this subscriber is gone"));
  }

  private Story of(EmailAddress address) {
    CommandResult explained;
    CommandResult shown;
    try {
      explained = DeliveriesExplain.of(features, address);
      shown = SubscribersShow.of(features, address);
    } catch (CommandFailure e) {
      return problem(404, address.toString(), String.valueOf(e.getMessage()));
    }
    Map<String, Object> values = new HashMap<>();
    values.put("typed", address.toString());
    values.put("problem", "");
    values.putAll(fields(explained, "story", "papers", "quiet_interests"));
    values.putAll(fields(shown, "interests_matched", "more_like", "less_like"));
    features.subscribers().find(address).ifPresent(known -> values.putAll(subscriber(known)));
    return new Story(200, values);
  }

  private static Map<String, Object> fields(CommandResult answer, String... names) {
    Map<String, Object> fields = JSON.convertValue(answer.document(), FIELDS);
    fields.keySet().retainAll(List.of(names));
    return fields;
  }

  private Map<String, Object> subscriber(Subscriber known) {
    LocalDate until = known.pausedUntil();
    TroubledView rows = new TroubledView(features);
    return Map.of(
        "status",
        LedgerFigures.word(known.status())
            + (until == null ? "" : " until " + TimingText.day(until)),
        "wants",
        SubscriberText.wants(known.preferences()),
        "since",
        TimingText.moment(known.createdAt(), known.preferences().timing().zone()),
        "mails",
        features.ledger().deliveries().of(known.id(), LATEST).stream()
            .map(delivery -> rows.row(delivery, ""))
            .toList());
  }

  private static Story problem(int status, String typed, String why) {
    return new Story(status, Map.of("typed", typed, "problem", why));
  }
}
