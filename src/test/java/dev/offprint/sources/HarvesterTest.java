package dev.offprint.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.sources.files.PaperFileReader;
import dev.offprint.sources.files.PaperFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked, what is kept of it, and who is late. */
class HarvesterTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
  private static final Duration LATER = Harvester.REFRESH;

  private final Database database = TestDatabase.H2.fresh();
  private final HarvestStore harvests = new JdbiHarvestStore(database.jdbi());
  private final PaperStore papers = new JdbiPaperStore(database.jdbi());
  private final List<Harvest> observed = new ArrayList<>();
  private final Scripted source = new Scripted();
  private Instant now = FeedSamples.NOW;
  private Harvester harvester;

  @BeforeEach
  void prepare() {
    harvester = new Harvester(papers, harvests, observed::add, () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Two days are current; answers as the test says. */
  private static final class Scripted implements Source {
    final Map<LocalDate, HarvestOutcome> answers = new HashMap<>();
    int first;
    int kept;
    int forgotten;

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public List<LocalDate> days(@Nullable LocalDate answered, Instant now) {
      return CalendarDays.since(answered, 2, now);
    }

    @Override
    public HarvestOutcome harvest(LocalDate day) {
      return answers.getOrDefault(day, new HarvestOutcome.NothingNew("quiet"));
    }

    @Override
    public HarvestOutcome firstHarvest(LocalDate day) {
      first++;
      return harvest(day);
    }

    @Override
    public void kept() {
      kept++;
    }

    @Override
    public void forget() {
      forgotten++;
    }
  }

  private void askAllThatIsDue() {
    harvester.due(source, now).forEach(day -> harvester.ask(source, day));
  }

  private List<LocalDate> due() {
    return harvester.due(source, now);
  }

  private void unreachable(LocalDate day) {
    source.answers.put(day, new HarvestOutcome.Unreachable("no route"));
  }

  @Test
  void aSourceThatWasNeverAskedIsAskedForItsLatestDays() {
    assertThat(due()).containsExactly(TODAY.minusDays(1), TODAY);
  }

  @Test
  void aHarvestIsTheFirstUntilTheSourceHasAnswered() {
    unreachable(TODAY);
    harvester.ask(source, TODAY);
    harvester.ask(source, TODAY.minusDays(1));
    assertThat(source.first).isEqualTo(2);
    harvester.ask(source, TODAY);
    assertThat(source.first).isEqualTo(2);
  }

  @Test
  void whatWasAnsweredIsAskedForAgainOnlyAfterAWhile() {
    askAllThatIsDue();
    now = now.plus(LATER).minusSeconds(1);
    assertThat(due()).isEmpty();
    now = now.plusSeconds(1);
    assertThat(due()).containsExactly(TODAY.minusDays(1), TODAY);
  }

  @Test
  void whatWasAnsweredWhileTheClockWasWrongKeepsNothingFromBeingAsked() {
    Instant right = now;
    now = now.plus(Duration.ofDays(3_000));
    askAllThatIsDue();
    now = right;
    assertThat(due()).containsExactly(TODAY.minusDays(1), TODAY);
    askAllThatIsDue();
    now = right.minus(Duration.ofDays(1));
    assertThat(due()).contains(TODAY.minusDays(1));
  }

  @Test
  void whatWasNotAnsweredIsAskedForAgainAtOnce() {
    unreachable(TODAY);
    askAllThatIsDue();
    assertThat(due()).containsExactly(TODAY);
  }

  @Test
  void theDaysOfAnAbsenceAreCaughtUpOldestFirst() {
    askAllThatIsDue();
    now = now.plus(Duration.ofDays(4));
    // The last day was not over when it was answered.
    assertThat(due())
        .containsExactly(
            TODAY, TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(3), TODAY.plusDays(4));
    askAllThatIsDue();
    assertThat(due()).isEmpty();
  }

  @Test
  void aDayThatFailedIsCaughtUpThoughLaterOnesWereAnswered() {
    unreachable(TODAY);
    askAllThatIsDue();
    now = now.plus(Duration.ofDays(1));
    askAllThatIsDue();
    now = now.plus(Duration.ofDays(3));
    source.answers.clear();
    askAllThatIsDue();
    assertThat(observed)
        .extracting(Harvest::day, harvest -> harvest.ending().kind().isAnswer())
        .endsWith(
            tuple(TODAY, true),
            tuple(TODAY.plusDays(1), true),
            tuple(TODAY.plusDays(2), true),
            tuple(TODAY.plusDays(3), true),
            tuple(TODAY.plusDays(4), true));
    assertThat(due()).isEmpty();
  }

  @Test
  void aSourceThatHasNeverAnsweredIsNotAskedForEverEarlierDays() {
    for (int day = -40; day <= 1; day++) {
      unreachable(TODAY.plusDays(day));
    }
    askAllThatIsDue();
    askAllThatIsDue();
    askAllThatIsDue();
    assertThat(due()).containsExactly(TODAY.minusDays(1), TODAY);
    now = now.plus(Duration.ofDays(1));
    askAllThatIsDue();
    assertThat(due()).containsExactly(TODAY.minusDays(1), TODAY, TODAY.plusDays(1));
  }

  @Test
  void theDaysOfAnAbsenceAreCaughtUpThoughTheLatestFailedFirst() {
    askAllThatIsDue();
    now = now.plus(Duration.ofDays(5));
    unreachable(TODAY.plusDays(5));
    harvester.ask(source, TODAY.plusDays(5));
    assertThat(due())
        .containsExactly(
            TODAY,
            TODAY.plusDays(1),
            TODAY.plusDays(2),
            TODAY.plusDays(3),
            TODAY.plusDays(4),
            TODAY.plusDays(5));
  }

  @Test
  void papersAreStoredAndCountedAndTheSourceIsTold() {
    HarvestOutcome outcome = read(PaperFiles.RECORD, "{}");
    source.answers.put(TODAY, outcome);
    Harvester.Taken taken = harvester.ask(source, TODAY);
    assertThat(taken.outcome()).isSameAs(outcome);
    assertThat(taken.harvest().counts())
        .isEqualTo(new Harvest.Counts(1, new dev.offprint.papers.Intake(1, 0, 0), 1));
    assertThat(harvests.last("scripted", TODAY)).contains(taken.harvest());
    assertThat(observed).containsExactly(taken.harvest());
    assertThat(papers.find(idOf(outcome))).isPresent();
    assertThat(source.kept).isEqualTo(1);
  }

  private static HarvestOutcome read(String... lines) {
    byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new PaperFileReader(PaperFiles.CLOCK).read(new ByteArrayInputStream(file), null, null);
  }

  private static PaperId idOf(HarvestOutcome outcome) {
    return PaperFiles.papers(outcome).getFirst().id();
  }

  @Test
  void anOutcomeWithoutPapersIsKeptAndNothingIsPutAway() {
    source.answers.put(TODAY, new HarvestOutcome.Broken("the feed is empty"));
    harvester.ask(source, TODAY);
    assertThat(harvests.last("scripted", TODAY).orElseThrow().ending())
        .isEqualTo(new Harvest.Ending(Harvest.Result.BROKEN, "the feed is empty"));
    assertThat(source.kept).isZero();
  }

  @Test
  void aSourceWhosePapersCouldNotBeStoredGivesThemAgain() {
    source.answers.put(TODAY, read(PaperFiles.RECORD));
    database.close();
    assertThatThrownBy(() -> harvester.ask(source, TODAY)).isInstanceOf(RuntimeException.class);
    assertThat(source.forgotten).isEqualTo(1);
    assertThat(source.kept).isZero();
    assertThat(observed).isEmpty();
  }

  private List<LateSources.Late> late() {
    return new LateSources(List.of(source), harvests).at(now);
  }

  @Test
  void aSourceThatWasNotAskedForItsLatestDayIsLate() {
    assertThat(late())
        .containsExactly(new LateSources.Late("scripted", TODAY, "not asked yet", true));
    harvester.ask(source, TODAY.minusDays(1));
    assertThat(late()).hasSize(1);
    harvester.ask(source, TODAY);
    assertThat(late()).isEmpty();
    now = now.plus(Duration.ofDays(1));
    assertThat(late()).extracting(LateSources.Late::day).containsExactly(TODAY.plusDays(1));
  }

  @Test
  void aSourceThatFailsIsWaitedForThreeDaysAndNamedAfterThat() {
    harvester.ask(source, TODAY);
    for (int days = 1; days <= 4; days++) {
      now = FeedSamples.NOW.plus(Duration.ofDays(days));
      unreachable(TODAY.plusDays(days));
      harvester.ask(source, TODAY.plusDays(days));
      assertThat(late())
          .containsExactly(
              new LateSources.Late(
                  "scripted", TODAY.plusDays(days), "unreachable: no route", days <= 3));
    }
  }

  @Test
  void anAbsenceIsNoFailure() {
    harvester.ask(source, TODAY);
    now = now.plus(Duration.ofDays(9));
    assertThat(late()).extracting(LateSources.Late::isWaitedFor).containsExactly(true);
  }
}
