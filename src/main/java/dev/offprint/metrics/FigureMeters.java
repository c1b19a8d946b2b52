package dev.offprint.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Gauges of how things stand; none has a value (NaN) while that is not known. */
final class FigureMeters {
  private static final String SECONDS = "seconds";

  private final MeterRegistry registry;
  private final Supplier<Optional<Figures>> figures;

  FigureMeters(MeterRegistry registry, Supplier<Optional<Figures>> figures) {
    this.registry = registry;
    this.figures = figures;
  }

  void register(Set<String> editions, Set<String> subscribers) {
    byStatus(Meters.TODAY, "Editions of today.", editions, Figures::today);
    byStatus(Meters.MONTH, "Editions of 30 days.", editions, Figures::month);
    byStatus(Meters.SUBSCRIBERS, "Subscribers.", subscribers, Figures::subscribers);
    register(
        gauge(Meters.BOUNCES, all -> all.returned().bounced())
            .description("Share of the editions sent in 30 days that came back."));
    register(
        gauge(Meters.COMPLAINTS, all -> all.returned().complained())
            .description("Share of the editions sent in 30 days that readers complained of."));
    register(
        gauge(Meters.QUEUE, all -> all.queue().waiting())
            .description("Mails that wait to be sent."));
    register(
        gauge(Meters.OLDEST, all -> all.queue().oldest().toMillis() / 1_000.0)
            .description("How long the oldest mail has waited.")
            .baseUnit(SECONDS));
    register(
        gauge(Meters.DUE, Figures::due)
            .description("Subscribers whose hour has come and who are not planned for yet."));
  }

  private void byStatus(
      String name,
      String description,
      Set<String> statuses,
      Function<Figures, Map<String, Integer>> counts) {
    for (String status : statuses) {
      register(
          gauge(name, all -> counts.apply(all).getOrDefault(status, 0))
              .description(description)
              .tag("status", status));
    }
  }

  private Gauge.Builder<Supplier<Number>> gauge(String name, ToDoubleFunction<Figures> value) {
    return Gauge.builder(name, () -> figures.get().map(value::applyAsDouble).orElse(Double.NaN));
  }

  private void register(Gauge.Builder<Supplier<Number>> gauge) {
    gauge.register(registry);
  }
}
