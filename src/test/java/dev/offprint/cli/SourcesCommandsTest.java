package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Intake;
import dev.offprint.sources.Harvest;
import dev.offprint.sources.HarvestOutcome.Broken;
import dev.offprint.sources.HarvestOutcome.Harvested;
import dev.offprint.sources.HarvestOutcome.NothingNew;
import dev.offprint.sources.HarvestOutcome.Unreachable;
import dev.offprint.sources.HarvestStore.SourceHealth;
import dev.offprint.sources.LateSources.Late;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources on the command line: asking them, and how they are doing. */
class SourcesCommandsTest {
  private static final Instant NOW = MemoryFeatures.NOW;

  private final Session session = new Session();

  @Test
  void fetchPrintsOneLineForEachSourceWhateverHappened() {
    session.features.source("arxiv", true, new Unreachable("no route to arxiv.org"));
    session.features.source("biorxiv", false, new Unreachable("must not be asked"));
    session.features.source("feed:lab", true, new Broken("stale: last built 3 May 2020"));
    session.features.source("file", true, new NothingNew("no complete file is in incoming"));
    session.features.source(
        "huggingface",
        true,
        new Harvested(List.of(Samples.sighting("2405.00001", 1, NOW)), List.of("record 2: no")));
    assertThat(session.run("papers", "fetch")).isEqualTo(1);
    assertThat(session.out.lines())
        .containsExactly(
            "arxiv: nothing taken in: no route to arxiv.org",
            "biorxiv: off (sources.biorxiv.enabled)",
            "feed:lab: nothing taken in: stale: last built 3 May 2020",
            "file: nothing new: no complete file is in incoming",
            "huggingface: 1 paper, 1 new, 0 updated, 0 unchanged, 1 set aside",
            "4 sources: 1 new, 0 updated, 0 unchanged; 2 of them failed");
    assertThat(session.features.harvests.kept)
        .extracting(Harvest::source)
        .containsExactly("arxiv", "feed:lab", "file", "huggingface");
  }

  @Test
  void aRecordThatOnlyTheSourceCouldMendIsNoFailureOfFetch() {
    session.features.source(
        "huggingface",
        true,
        new Harvested(List.of(Samples.sighting("2405.00001", 1, NOW)), List.of("record 2: no")));
    assertThat(session.run("papers", "fetch")).isZero();
    assertThat(session.err).contains("huggingface: set aside: record 2: no");
  }

  @Test
  void fetchSaysWhenThereAreNoFeeds() {
    session.features.source("huggingface", true, new NothingNew("quiet"));
    assertThat(session.run("papers", "fetch")).isZero();
    assertThat(session.out.lines())
        .containsExactly(
            "huggingface: nothing new: quiet",
            "feed: no feeds are configured (sources.feed.feeds)");
  }

  @Test
  void feedsAreSwitchedOffTogether() {
    session.features.source("feed:lab", false, new NothingNew("must not be asked"));
    assertThat(session.run("papers", "fetch")).isZero();
    assertThat(session.out).startsWith("feed:lab: off (sources.feed.enabled)");
    assertThat(session.features.asked).isEmpty();
  }

  @Test
  void aSourceThatIsNamedIsAskedThoughItIsOff() {
    session.features.source("biorxiv", false, new NothingNew("quiet"));
    assertThat(session.run("papers", "fetch", "biorxiv", "--date", "2024-05-20")).isZero();
    assertThat(session.out).isEqualToIgnoringNewLines("biorxiv: nothing new: quiet");
    assertThat(session.features.asked).containsExactly("2024-05-20");
  }

  @Test
  void anUnknownSourceIsWrongUsageAndNothingIsAsked() {
    session.features.source("huggingface", true, new NothingNew("quiet"));
    assertThat(session.run("papers", "fetch", "huggingface", "hugingface")).isEqualTo(2);
    assertThat(session.err).contains("'hugingface'; did you mean 'huggingface'?");
    assertThat(session.features.asked).isEmpty();
  }

  private void health(String source, Harvest.Ending last, Duration answeredAgo) {
    session.features.harvests.health.put(
        source,
        new SourceHealth(
            new Harvest(
                source, Samples.MONDAY, NOW, last, new Harvest.Counts(0, Intake.NOTHING, 0)),
            NOW.minus(Duration.ofDays(9)),
            NOW.minus(answeredAgo),
            new Harvest.Counts(1_300, new Intake(1_234, 56, 10), 7)));
  }

  @Test
  void statusShowsTheLastAnswerCountsAndLagOfEachSource() {
    session.features.source("arxiv", true, new NothingNew(""));
    session.features.source("biorxiv", false, new NothingNew(""));
    session.features.source("huggingface", true, new NothingNew(""));
    session.features.source("medrxiv", true, new NothingNew(""));
    health(
        "huggingface", new Harvest.Ending(Harvest.Result.HARVESTED, null), Duration.ofMinutes(30));
    health(
        "arxiv", new Harvest.Ending(Harvest.Result.UNREACHABLE, "no route"), Duration.ofHours(50));
    session.features.late =
        List.of(
            new Late("arxiv", Samples.MONDAY, "unreachable: no route", true),
            new Late("medrxiv", Samples.MONDAY, "not asked yet", true));
    assertThat(session.run("status")).isZero();
    assertThat(session.out.lines().map(line -> line.replaceAll(" {2,}", "  ").strip()))
        .contains(
            "SOURCE  LAST ANSWER  LAG  NEW 24 H  UPDATED  SET ASIDE",
            "arxiv  Sat 2024-05-25 08:30  2 d  1,234  56  7  late",
            "arxiv: unreachable: no route",
            "huggingface  Mon 2024-05-27 10:00  30 min  1,234  56  7",
            "medrxiv  never  late",
            "medrxiv: not asked yet")
        .noneMatch(line -> line.startsWith("biorxiv"));
    session.run("status", "--json");
    assertThat(session.json().get("sources").get(0).get("lag_seconds").asInt()).isEqualTo(180_000);
    assertThat(session.json().get("sources").get(0).get("late").asString())
        .isEqualTo("unreachable: no route");
  }
}
