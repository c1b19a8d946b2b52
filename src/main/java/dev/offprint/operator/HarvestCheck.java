package dev.offprint.operator;

import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.sources.HarvestStore.SourceHealth;
import dev.offprint.sources.LateSources.Late;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells whether papers have been missing for long. A source that is silent on a holiday has
 * answered, and one whose day has just begun has some hours for it.
 */
public final class HarvestCheck {
  static final Duration PATIENCE = Duration.ofHours(12);

  private final PaperFeatures features;
  private final Cached<Optional<String>> problem;

  public HarvestCheck(PaperFeatures features) {
    this.features = features;
    this.problem = new Cached<>(this::look, Duration.ofSeconds(10), System::nanoTime);
  }

  /** Which sources have been away for so long. */
  public Optional<String> problem() {
    return problem.get();
  }

  private Optional<String> look() {
    List<Late> late = features.lateSources();
    if (late.isEmpty()) {
      return Optional.empty();
    }
    Instant now = features.clock().instant();
    Map<String, SourceHealth> health = features.harvests().health(now);
    String missing =
        late.stream()
            .filter(each -> since(each, health).plus(PATIENCE).isBefore(now))
            .map(Late::source)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "no answer for more than %d hours: %s", PATIENCE.toHours(), missing));
  }

  /** The later of its last answer and the beginning of the day that is missing. */
  private static Instant since(Late late, Map<String, SourceHealth> health) {
    Instant day = late.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    return Optional.ofNullable(health.get(late.source()))
        .flatMap(known -> Optional.ofNullable(known.answeredAt()))
        .filter(answered -> answered.isAfter(day))
        .orElse(day);
  }
}
