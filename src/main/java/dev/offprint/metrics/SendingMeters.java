package dev.offprint.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What becomes of mails, and how long that takes. Safe for use by many threads. */
public final class SendingMeters {
  /** Bounds of the histogram: whoever reads at seven notices some minutes, not some seconds. */
  private static final Duration[] PUNCTUAL = {
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(10),
    Duration.ofMinutes(15),
    Duration.ofMinutes(30),
    Duration.ofHours(1),
    Duration.ofHours(2),
    Duration.ofHours(6),
    Duration.ofHours(24)
  };

  private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
  private final Timer relay;
  private final Timer punctuality;

  /** What became of an attempt. */
  public enum Outcome {
    SENT,
    DEFERRED,
    FAILED,
    SKIPPED
  }

  SendingMeters(MeterRegistry registry) {
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(
          outcome,
          Counter.builder(Meters.OUTCOMES)
              .description("What became of mails.")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    relay =
        Timer.builder(Meters.RELAY)
            .description("Time that the relay took for a mail.")
            .register(registry);
    punctuality =
        Timer.builder(Meters.PUNCTUALITY)
            .description("Time from a reader's hour until the relay had taken the edition.")
            .serviceLevelObjectives(PUNCTUAL)
            .register(registry);
  }

  /** Meters that are shown nowhere. */
  public static SendingMeters unpublished() {
    return new SendingMeters(new SimpleMeterRegistry());
  }

  /** Counts one. */
  @SuppressWarnings("NullAway") // there is one for each
  public void count(Outcome outcome) {
    outcomes.get(outcome).increment();
  }

  /** Hands one mail over, and adds the time that it takes. */
  public <T> T handOver(Supplier<T> handing) {
    return relay.record(handing);
  }

  /**
   * An edition was taken.
   *
   * @param late after its hour; one that came before, by hand, was on time
   */
  public void taken(Duration late) {
    punctuality.record(late.isNegative() ? Duration.ZERO : late);
  }
}
