package dev.offprint.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Every meter there is. Counters begin at zero when the process starts. */
public final class Meters {
  /** Times that a source was asked; tags {@code source} and {@code ending}. */
  static final String HARVESTS = "offprint.harvests";

  /** Papers that sources gave; tags {@code source} and {@code change}. */
  static final String PAPERS = "offprint.papers";

  /** When a source answered last, in seconds since 1970; tag {@code source}. */
  static final String ANSWERED = "offprint.source.last.answer";

  /** How long ago that was, in seconds; tag {@code source}. */
  static final String LAG = "offprint.source.lag";

  /** Time that planning editions took; tag {@code stage}. */
  static final String PLANNING = "offprint.planning.stage";

  private static final String SOURCE = "source";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, Instant> answered = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Meters(InstantSource clock) {
    this.clock = clock;
  }

  /** A source was asked; {@code ending} says in one word how that ended. */
  public void harvested(String source, String ending) {
    Counter.builder(HARVESTS)
        .description("Times that a source was asked.")
        .tags(SOURCE, source, "ending", ending)
        .register(registry)
        .increment();
  }

  /** A source gave papers; {@code change} says in one word what they changed. */
  public void papers(String source, String change, int count) {
    Counter.builder(PAPERS)
        .description("Papers that a source gave.")
        .tags(SOURCE, source, "change", change)
        .register(registry)
        .increment(count);
  }

  /** A source answered, now or before this process started. */
  public void answered(String source, Instant at) {
    if (answered.put(source, at) == null) {
      Gauge.builder(ANSWERED, () -> answered.get(source).getEpochSecond())
          .description("When a source answered last.")
          .tag(SOURCE, source)
          .baseUnit("timestamp_seconds")
          .register(registry);
      TimeGauge.builder(
              LAG,
              () -> Duration.between(answered.get(source), clock.instant()).toMillis(),
              TimeUnit.MILLISECONDS)
          .description("How long ago a source answered last.")
          .tag(SOURCE, source)
          .register(registry);
    }
  }

  /** The timers of planning, which are on this page. */
  public PlanningTimers planning() {
    return new PlanningTimers(registry);
  }

  /** All of it, in Prometheus' text format, version 0.0.4. */
  public String page() {
    return registry.scrape();
  }
}
