package dev.offprint.app;

import dev.offprint.planning.PendingSources;
import dev.offprint.sources.LateSources.Late;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Editions wait for the enabled sources. */
record PendingHarvests(Harvesting harvesting) implements PendingSources {
  @Override
  public Duration patience() {
    return Duration.ofMinutes(harvesting.waitMinutes());
  }

  @Override
  public boolean isMissing(Instant now) {
    return harvesting.late().stream().anyMatch(Late::isWaitedFor);
  }

  @Override
  public @Nullable String missing(LocalDate day, Instant now) {
    // An edition of days ago that is made now draws on nothing that is still to come.
    String late =
        harvesting.late().stream()
            .filter(source -> !source.day().isAfter(day.plusDays(1)))
            .map(Late::toString)
            .collect(Collectors.joining(", "));
    return late.isEmpty() ? null : late;
  }
}
