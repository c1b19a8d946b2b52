package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.NodeShare;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.Ledger;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.Progress;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.planning.EditionPlanner.Planned;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.sources.HarvestOutcome.Harvested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred subscribers over many days of real papers: nothing twice, and every reason true. */
@Tag("real")
class EditionsOfManyDaysTest {
  private static final Path REAL = Path.of(System.getProperty("offprint.data", "../shared/data"));
  private static final int SUBSCRIBERS = 200;

  @TempDir private Path folder;
  private final Map<Long, Set<PaperId>> got = new HashMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();

  @Test
  void sixtyDaysOfTrendingPapers() throws IOException {
    replay(files("hf-daily", "2024-05-27", 60), true);
    assertThat(reasons).containsKeys("Matched", "Close", "Trending", "TrendingOfWeek");
  }

  @Test
  void fifteenDaysOfEverythingOnArxiv() throws IOException {
    replay(files("arxiv-days", "2025-08-01", 15), false);
    assertThat(reasons).containsKeys("Matched");
  }

  private void replay(List<Path> files, boolean semantic) {
    LocalDate first = day(files.getFirst());
    long begun = System.nanoTime();
    Planned planned = Planned.NOTHING;
    try (Installation offprint =
            new Installation(folder, noon(first.minusDays(1)))
                .with("OFFPRINT_MATCHING__SEMANTIC", Boolean.toString(semantic));
        Wiring wiring = offprint.wiring()) {
      List<Paper> known = read(wiring, files.getLast()).stream().map(Sighting::paper).toList();
      new MixedSubscribers(known).add(SUBSCRIBERS, wiring.membership());
      TrueReasons reasonCheck = new TrueReasons(wiring.papers(), wiring.matching().vectors());
      for (Path file : files) {
        LocalDate day = day(file);
        offprint.clock.set(noon(day));
        wiring.papers().record(read(wiring, file));
        wiring.selector().workOutMeanings(day, Effort.ALL_PROCESSORS, Progress.LOGGED);
        planned = planned.plus(wiring.planner().planDue(NodeShare.WHOLE));
        settle(wiring.ledger(), wiring.clock().instant());
        reasonCheck.papersCame();
        check(wiring.ledger(), reasonCheck, day);
      }
      assertThat(wiring.ledger().deliveries().counts())
          .containsEntry(Status.SENT, planned.editions())
          .containsEntry(Status.SKIPPED, planned.skipped())
          .containsEntry(Status.PLANNED, 0)
          .containsEntry(Status.SENDING, 0)
          .containsEntry(Status.DEFERRED, 0)
          .containsEntry(Status.FAILED, 0);
      assertOneRowADay(wiring.ledger().deliveries().list(null, null));
    }
    System.out.printf(
        Locale.ROOT,
        "%d days from %s, %d subscribers: %,d editions, %,d papers %s, %,d days silent, %.1f s%n",
        files.size(),
        first,
        SUBSCRIBERS,
        planned.editions(),
        got.values().stream().mapToInt(Set::size).sum(),
        reasons,
        planned.skipped(),
        Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0);
    assertThat(planned.editions()).isGreaterThan(SUBSCRIBERS);
  }

  /** As if the relay had taken everything. */
  private static void settle(Ledger ledger, Instant now) {
    Optional<Delivery> claimed = OutboxFixture.claim(ledger, "replay", now);
    while (claimed.isPresent()) {
      OutboxFixture.sent(ledger, claimed.get().id(), "250 taken", now);
      claimed = OutboxFixture.claim(ledger, "replay", now);
    }
  }

  private void check(Ledger ledger, TrueReasons reasonCheck, LocalDate day) {
    for (Delivery delivery : ledger.deliveries().list(day, Status.SENT)) {
      List<ChosenPaper> papers = ledger.deliveries().papers(delivery);
      assertThat(papers).isNotEmpty();
      for (ChosenPaper chosen : papers) {
        assertThat(
                got.computeIfAbsent(delivery.subscriberId(), id -> new HashSet<>())
                    .add(chosen.paper().id()))
            .as("%d gets %s once", delivery.subscriberId(), chosen.paper().id())
            .isTrue();
        reasonCheck.check(chosen, day);
        Reason reason = chosen.reason();
        reasons.merge(reason.getClass().getSimpleName(), 1, Integer::sum);
      }
    }
  }

  private static void assertOneRowADay(List<Delivery> all) {
    assertThat(all.stream().map(row -> row.subscriberId() + " " + row.day()))
        .doesNotHaveDuplicates();
  }

  private static List<Sighting> read(Wiring wiring, Path file) {
    return ((Harvested) wiring.readFile(file, day(file))).sightings();
  }

  private static List<Path> files(String name, String from, int count) throws IOException {
    try (Stream<Path> files = Files.list(REAL.resolve(name))) {
      List<Path> days =
          files
              .filter(file -> file.getFileName().toString().compareTo(from) >= 0)
              .sorted()
              .limit(count)
              .toList();
      assertThat(days).hasSize(count);
      return days;
    }
  }

  private static LocalDate day(Path file) {
    return LocalDate.parse(file.getFileName().toString().substring(0, 10));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
