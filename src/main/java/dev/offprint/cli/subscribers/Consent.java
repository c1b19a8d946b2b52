package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.Enrolment;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Optional;

/** What subscribers agreed to, by the operator's word. */
final class Consent {
  private Consent() {}

  /** As it is given with {@code --consent}. */
  static String option(String text) {
    try {
      return Enrolment.consent(text);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage("--consent: " + e.getMessage());
    }
  }

  static Optional<String> of(SubscriberFeatures features, Subscriber subscriber) {
    return Optional.ofNullable(
        features.subscribers().consents(List.of(subscriber.id())).get(subscriber.id()));
  }
}
