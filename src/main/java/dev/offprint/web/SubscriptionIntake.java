package dev.offprint.web;

import dev.offprint.config.IpNetwork;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Preferences;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Judges what somebody asks to subscribe with, by the form or by a program. */
final class SubscriptionIntake {
  private final Subscriptions subscriptions;
  private final Limits limits;
  private final InstantSource clock;

  SubscriptionIntake(Subscriptions subscriptions, Limits limits, InstantSource clock) {
    this.subscriptions = subscriptions;
    this.limits = limits;
    this.clock = clock;
  }

  /** What came of it; it says nothing of whether the address is known. */
  sealed interface Outcome {}

  record Taken() implements Outcome {}

  /**
   * Nothing was taken in.
   *
   * @param errors what is wrong, by the name of the field, in the order of the form
   */
  record Invalid(Map<String, String> errors) implements Outcome {}

  /** Nothing was taken in, and may be after a while. */
  record TooMany(Duration delay) implements Outcome {}

  Outcome take(FormFields fields, IpNetwork network) {
    Map<String, String> errors = new LinkedHashMap<>();
    EmailAddress address = address(fields.text("address"), errors);
    PreferencesForm form = new PreferencesForm(fields);
    errors.putAll(form.errors());
    Optional<Preferences> preferences = form.preferences();
    if (address == null || preferences.isEmpty()) {
      return new Invalid(errors);
    }
    Optional<Duration> wait = limits.mail(network, clock.instant());
    if (wait.isPresent()) {
      return new TooMany(wait.get());
    }
    try {
      subscriptions.ask(address, preferences.get());
    } catch (RejectedExecutionException e) {
      return new TooMany(Subscriptions.CROWDED);
    }
    return new Taken();
  }

  private static @Nullable EmailAddress address(String typed, Map<String, String> errors) {
    try {
      return EmailAddress.of(typed);
    } catch (IllegalArgumentException e) {
      errors.put("address", "This address does not work: " + e.getMessage() + ".");
      return null;
    }
  }
}
