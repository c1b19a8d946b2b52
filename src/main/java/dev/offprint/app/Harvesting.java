package dev.offprint.app;

import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.cli.console.PaperFeatures.ConfiguredSource;
import dev.offprint.db.Database;
import dev.offprint.fetch.HostPauses;
import dev.offprint.fetch.HttpFetcher;
import dev.offprint.fetch.Proxies;
import dev.offprint.ledger.PlanWriter;
import dev.offprint.metrics.Meters;
import dev.offprint.metrics.PlanningTimers;
import dev.offprint.metrics.SendingMeters;
import dev.offprint.planning.ClockCheck;
import dev.offprint.planning.EditionPlanner;
import dev.offprint.planning.ReaderProfiles;
import dev.offprint.sources.Harvest;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestStore;
import dev.offprint.sources.Harvester;
import dev.offprint.sources.JdbiHarvestStore;
import dev.offprint.sources.LateSources;
import dev.offprint.sources.Source;
import dev.offprint.sources.files.PaperFileReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of the wiring that asks sources, and that tells how they are doing. */
final class Harvesting {
  private final PaperFeatures features;
  private final Lazy<Map<String, ConfiguredSource>> sources;
  private final Lazy<Proxies> proxies;
  private final Lazy<HttpFetcher> fetcher;
  private final Lazy<HarvestStore> harvests;
  private final Lazy<Meters> meters;

  Harvesting(
      PaperFeatures features,
      Supplier<Database> database,
      Supplier<Map<String, String>> environment,
      Supplier<HostPauses> pauses) {
    this.features = features;
    this.proxies =
        new Lazy<>(() -> Proxies.of(features.configuration().harvest(), environment.get()));
    // One for all, so that a host that wants to be left alone is, whichever source asks it.
    Lazy<HttpFetcher> fetching =
        new Lazy<>(
            () ->
                new HttpFetcher(
                    features.configuration().mail().from(),
                    features.configuration().harvest().privateRedirects(),
                    proxies(),
                    pauses.get()));
    this.fetcher = fetching;
    this.sources =
        new Lazy<>(
            () ->
                AllSources.of(
                    features.configuration(), features.data(), features.clock(), fetching.get()));
    this.harvests = new Lazy<>(() -> new JdbiHarvestStore(database.get().jdbi()));
    this.meters = new Lazy<>(() -> new Meters(features.clock()));
  }

  Map<String, ConfiguredSource> sources() {
    return sources.get();
  }

  List<Source> enabled() {
    return sources().values().stream()
        .filter(ConfiguredSource::enabled)
        .map(ConfiguredSource::source)
        .toList();
  }

  /** What requests go through, those for access tokens too. */
  Proxies proxies() {
    return proxies.get();
  }

  int waitMinutes() {
    return features.configuration().harvest().waitMinutes();
  }

  HarvestOutcome readFile(
      Path file, @Nullable LocalDate day, @Nullable Consumer<HarvestOutcome.Harvested> parts) {
    PaperFileReader reader = new PaperFileReader(features.clock());
    return file.equals(Installation.STANDARD_INPUT)
        ? reader.read(System.in, day, parts)
        : reader.read(file, day, parts);
  }

  /**
   * Plans editions, which wait for sources that are late.
   *
   * @param written takes what was planned
   */
  EditionPlanner planner(Features all, ReaderProfiles readers, PlanWriter written) {
    return new EditionPlanner(
        all.readership(),
        all.selector(),
        written,
        readers,
        new PendingHarvests(this),
        all.clock(),
        planningTimers());
  }

  Harvester harvester() {
    return new Harvester(features.papers(), harvests(), this::count, features.clock());
  }

  HarvestStore harvests() {
    return harvests.get();
  }

  /** The source whose clock is nearest to ours; empty when none was asked. */
  Optional<ClockCheck.Witness> witness() {
    return fetcher.isMade()
        ? fetcher
            .get()
            .times()
            .nearest()
            .map(other -> new ClockCheck.Witness(other.host(), other.ahead()))
        : Optional.empty();
  }

  /** Says that the clock was set: what sources said of it is no longer known. */
  void clockWasSet() {
    if (fetcher.isMade()) {
      fetcher.get().times().forget();
    }
  }

  List<LateSources.Late> late() {
    return new LateSources(enabled(), harvests()).at(features.clock().instant());
  }

  /** Only the daemon, which shows its meters, has any. */
  private void count(Harvest harvest) {
    if (meters.isMade()) {
      String source = harvest.source();
      Harvest.Counts counts = harvest.counts();
      meters.get().harvested(source, harvest.ending().kind().toString());
      meters.get().papers(source, "added", counts.intake().added());
      meters.get().papers(source, "updated", counts.intake().updated());
      meters.get().papers(source, "unchanged", counts.intake().unchanged());
      meters.get().papers(source, "set_aside", counts.setAside());
      if (harvest.ending().kind().isAnswer()) {
        meters.get().answered(source, harvest.askedAt());
      }
    }
  }

  /** The timers of planning, which are on the page of the meters where there is one. */
  PlanningTimers planningTimers() {
    return areMetersShown() ? meters.get().planning() : PlanningTimers.unpublished();
  }

  /** The meters of sending, likewise. */
  SendingMeters sendingMeters() {
    return areMetersShown() ? meters.get().sending() : SendingMeters.unpublished();
  }

  /** Whether anybody can look at the meters. */
  private boolean areMetersShown() {
    return features.configuration().server().watching().metricsPort() != 0;
  }

  /** The meters, which know how things stood before. */
  Meters meters() {
    harvests()
        .health(features.clock().instant())
        .forEach(
            (source, health) -> {
              Instant answered = health.answeredAt();
              if (answered != null) {
                meters.get().answered(source, answered);
              }
            });
    return meters.get();
  }

  HarvestOutcome read(
      Path file, @Nullable LocalDate day, @Nullable Consumer<HarvestOutcome.Harvested> parts) {
    PaperFileReader reader = new PaperFileReader(features.clock());
    return file.equals(Installation.STANDARD_INPUT)
        ? reader.read(System.in, day, parts)
        : reader.read(file, day, parts);
  }
}
