package dev.offprint.alerts;

import dev.offprint.doctor.Check;
import dev.offprint.doctor.Finding;
import dev.offprint.sources.HarvestStore.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source has given no answer for two days.
 *
 * @param names of the sources that are enabled
 * @param health as it was written down
 */
public record SourceAlert(List<String> names, Supplier<Map<String, SourceHealth>> health)
    implements Check {
  private static final Duration LONG = Duration.ofDays(2);

  @Override
  public String name() {
    return "sources";
  }

  @Override
  public Finding look() {
    Map<String, SourceHealth> known = health.get();
    List<String> silent = new ArrayList<>();
    for (String name : names) {
      SourceHealth source = known.get(name);
      if (source != null && isSilent(source)) {
        silent.add(String.format(Locale.ROOT, "%s (%s)", name, source.last().ending()));
      }
    }
    return silent.isEmpty()
        ? new Finding.Good("each has answered within two days")
        : new Finding.Fault(
            "no answer for two days or more: " + String.join(", ", silent),
            "'offprint doctor' asks it again; switch off what is gone for good, so that no edition"
                + " waits for it");
  }

  /** Counted from when it was asked first, for one that never answered. */
  private static boolean isSilent(SourceHealth source) {
    @Nullable Instant answered = source.answeredAt();
    Instant since = answered == null ? source.firstAskedAt() : answered;
    return !source.last().ending().kind().isAnswer()
        && Duration.between(since, source.last().askedAt()).compareTo(LONG) >= 0;
  }
}
