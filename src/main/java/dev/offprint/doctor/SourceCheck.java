package dev.offprint.doctor;

import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestStore.SourceHealth;
import dev.offprint.sources.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a source answers, and when it did last. What it says now is not kept. */
public final class SourceCheck implements Check {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Source source;
  private final Supplier<Map<String, SourceHealth>> health;
  private final InstantSource clock;
  private final ZoneId zone;
  private @Nullable HarvestOutcome outcome;

  public SourceCheck(
      Source source, Supplier<Map<String, SourceHealth>> health, InstantSource clock, ZoneId zone) {
    this.source = source;
    this.health = health;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "source " + source.name();
  }

  /** Asks it, once. */
  public synchronized HarvestOutcome ask() {
    HarvestOutcome answer = outcome;
    if (answer == null) {
      List<LocalDate> days = source.days(null, clock.instant());
      answer = source.probe(days.getLast());
      source.forget();
      outcome = answer;
    }
    return answer;
  }

  @Override
  public Finding look() {
    return switch (ask()) {
      case HarvestOutcome.Harvested harvested ->
          new Finding.Good(
              String.format(
                  Locale.ROOT,
                  "answers with %,d papers; %s",
                  harvested.sightings().size(),
                  last()));
      case HarvestOutcome.NothingNew(String why) ->
          new Finding.Good("answers: " + why + "; " + last());
      case HarvestOutcome.Unreachable(String why) ->
          new Finding.Warning(
              why + "; " + last(),
              "see that this machine reaches it; editions wait for it, then go without");
      case HarvestOutcome.Broken(String why) ->
          new Finding.Fault(
              why + "; " + last(), "check sources." + key() + " in the configuration");
    };
  }

  private String key() {
    return source.name().replaceFirst(":.*", "");
  }

  private String last() {
    SourceHealth known = health.get().get(source.name());
    Instant answered = known == null ? null : known.answeredAt();
    return answered == null
        ? "never fetched so far"
        : "last fetched " + TIME.format(answered.atZone(zone));
  }
}
