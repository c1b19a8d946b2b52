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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Every meter there is; {@code docs/metrics.md} lists them as Prometheus names them.
 *
 * <p>What happened in this process is counted: Prometheus makes rates of counters, and knows that
 * they begin at zero when a process starts. How things stand is read from the database, since the
 * command line changes it too, and it must be right after a start.
 */
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

  /** What became of mails in this process; tag {@code outcome}. */
  static final String OUTCOMES = "offprint.sending.outcomes";

  /** Time that the relay took for a mail. */
  static final String RELAY = "offprint.sending.relay";

  /** Time from the hour that a reader chose until the relay had taken the edition. */
  static final String PUNCTUALITY = "offprint.punctuality";

  /** Today's editions; tag {@code status}. */
  static final String TODAY = "offprint.editions.today";

  /** Editions of 30 days; tag {@code status}. */
  static final String MONTH = "offprint.editions.month";

  /** The share of the editions that were sent in 30 days, and came back. */
  static final String BOUNCES = "offprint.bounce.ratio";

  /** The share of them that a reader complained of. */
  static final String COMPLAINTS = "offprint.complaint.ratio";

  /** Mails that wait to be sent. */
  static final String QUEUE = "offprint.queue";

  /** How long the oldest of them has waited, in seconds. */
  static final String OLDEST = "offprint.queue.oldest";

  /** Subscribers whose hour has come and who are not planned for yet. */
  static final String DUE = "offprint.due";

  /** Subscribers; tag {@code status}. */
  static final String SUBSCRIBERS = "offprint.subscribers";

  /** What collecting garbage took; tag {@code gc}. */
  static final String GARBAGE = "jvm.gc.collection";

  private static final String SOURCE = "source";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, Instant> answered = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Meters(InstantSource clock) {
    this.clock = clock;
    ProcessMeters.register(registry);
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

  /** The meters of sending, which are on this page. */
  public SendingMeters sending() {
    return new SendingMeters(registry);
  }

  /**
   * Shows how things stand from now on.
   *
   * @param editions every status that an edition can have, in a word
   * @param subscribers every status that a subscriber can have, in a word
   * @param figures read at each look; empty while the database does not answer
   */
  public void show(
      Set<String> editions, Set<String> subscribers, Supplier<Optional<Figures>> figures) {
    new FigureMeters(registry, figures).register(editions, subscribers);
  }

  /** All of it, in Prometheus' text format, version 0.0.4. */
  public String page() {
    return registry.scrape();
  }
}
