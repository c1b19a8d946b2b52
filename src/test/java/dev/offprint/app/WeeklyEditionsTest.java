package dev.offprint.app;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.Features.Sending;
import dev.offprint.db.NodeShare;
import dev.offprint.ledger.Delivery;
import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.EmailAddress;
import jakarta.mail.Message;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five weeks of papers for a reader of one edition a week, beside one of an edition a day. */
class WeeklyEditionsTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 5, 27);
  private static final int WEEKS = 5;
  private static final int PAPERS_A_DAY = 5;
  private static final int PLACES = 3;
  private static final List<String> SYLLABLES =
      List.of("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu");

  @TempDir private Path folder;
  private final List<Sighting> papers = new ArrayList<>();
  private Installation offprint;

  @BeforeEach
  void start() {
    offprint = new Installation(folder.resolve("data"), MONDAY.atTime(12, 0).toInstant(UTC));
    add("weekly", "--weekly", "mon");
    add("daily", "--days", "daily");
  }

  @AfterEach
  void stop() {
    offprint.close();
  }

  @Test
  void aWeeklyReaderGetsTheMostVotedOfEachWeekAndNothingTwice() throws Exception {
    try (Wiring wiring = offprint.wiring();
        Sending sending = wiring.takeSending().orElseThrow()) {
      for (int day = 1; day <= 7 * WEEKS; day++) {
        morning(MONDAY.plusDays(day), wiring);
        sending.dispatcher().drain();
      }
      List<Delivery> editions = editions(wiring, "weekly");
      assertThat(editions)
          .extracting(Delivery::day)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, WEEKS).mapToObj(MONDAY::plusWeeks).toList());
      assertThat(editions)
          .extracting(edition -> edition.progress().status())
          .containsOnly(Delivery.Status.SENT);
      TrueReasons reasons = new TrueReasons(wiring.papers(), wiring.matching().vectors());
      Set<PaperId> sent = new HashSet<>();
      for (Delivery edition : editions) {
        LocalDate day = Objects.requireNonNull(edition.day());
        List<ChosenPaper> chosen = wiring.ledger().deliveries().papers(edition);
        assertThat(ids(chosen)).isEqualTo(mostVoted(day, sent));
        sent.addAll(ids(chosen));
        chosen.forEach(paper -> reasons.check(paper, day));
      }
      assertThat(
              editions.stream()
                  .flatMap(edition -> ids(wiring.ledger().deliveries().papers(edition)).stream()))
          .hasSize(WEEKS * PLACES)
          .doesNotHaveDuplicates();
      assertThat(subjects("weekly"))
          .hasSize(WEEKS)
          .allSatisfy(subject -> assertThat(subject).endsWith("and 2 more"))
          .first(InstanceOfAssertFactories.STRING)
          .startsWith(start(title(mostVoted(MONDAY.plusWeeks(1), Set.of()).getFirst())));

      assertThat(editions(wiring, "daily")).hasSize(7 * WEEKS);
      assertThat(
              editions(wiring, "daily").stream()
                  .flatMap(each -> wiring.ledger().deliveries().papers(each).stream()))
          .extracting(ChosenPaper::reason)
          .hasOnlyElementsOfType(Reason.Trending.class);
      assertThat(subjects("daily").getFirst()).matches(".+ and \\d+ more");
    }
  }

  @Test
  void whoTurnsToWeeklyInTheMiddleOfAWeekGetsTheRestOfItAndNothingAgain() {
    try (Wiring wiring = offprint.wiring()) {
      for (int day = 1; day <= 7; day++) {
        morning(MONDAY.plusDays(day), wiring);
        if (day == 3) {
          offprint.run("subscribers", "set", "daily@example.org", "--weekly", "Monday");
        }
      }
      List<Delivery> editions = editions(wiring, "daily");
      assertThat(editions)
          .extracting(Delivery::day)
          .containsExactly(
              MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3), MONDAY.plusDays(7));
      assertThat(
              editions.stream()
                  .flatMap(edition -> ids(wiring.ledger().deliveries().papers(edition)).stream()))
          .hasSize(4 * PLACES)
          .doesNotHaveDuplicates();
      assertThat(wiring.ledger().deliveries().papers(editions.getLast()))
          .extracting(ChosenPaper::reason)
          .hasOnlyElementsOfType(Reason.TrendingOfWeek.class);
    }
  }

  /** Papers are announced, and then the hour of both readers comes. */
  private void morning(LocalDate day, Wiring wiring) {
    offprint.clock.set(day.atTime(6, 0).toInstant(UTC));
    List<Sighting> announced = announced(day);
    papers.addAll(announced);
    wiring.papers().record(announced);
    offprint.clock.set(day.atTime(7, 0).toInstant(UTC));
    wiring.planner().planDue(NodeShare.WHOLE);
  }

  private void add(String name, String option, String value) {
    assertThat(
            offprint
                .run(
                    "subscribers",
                    "add",
                    name + "@example.org",
                    option,
                    value,
                    "--zone",
                    "UTC",
                    "--at",
                    "07:00",
                    "--max",
                    Integer.toString(PLACES))
                .exit())
        .isZero();
  }

  /** Oldest first. */
  private static List<Delivery> editions(Wiring wiring, String name) {
    long id = wiring.subscribers().find(EmailAddress.of(name + "@example.org")).orElseThrow().id();
    return wiring.ledger().deliveries().of(id, 100).reversed();
  }

  private List<String> subjects(String name) throws Exception {
    List<String> subjects = new ArrayList<>();
    for (Message message : offprint.received()) {
      if (message.getAllRecipients()[0].toString().startsWith(name)) {
        subjects.add(message.getSubject());
      }
    }
    return subjects;
  }

  private static List<PaperId> ids(List<ChosenPaper> chosen) {
    return chosen.stream().map(paper -> paper.paper().id()).toList();
  }

  /** Of those announced on a day and the seven before that were not sent, by counting here. */
  private List<PaperId> mostVoted(LocalDate lastDay, Set<PaperId> sent) {
    return papers.stream()
        .filter(paper -> !sent.contains(paper.paper().id()))
        .filter(paper -> paper.paper().dates().announced().isAfter(lastDay.minusDays(8)))
        .filter(paper -> !paper.paper().dates().announced().isAfter(lastDay))
        .sorted(
            Comparator.comparingInt(
                (Sighting paper) -> -paper.signals().getOrDefault(Signal.Metric.UPVOTES, 0)))
        .limit(PLACES)
        .map(paper -> paper.paper().id())
        .toList();
  }

  /** What is in the subject whole, however many papers are counted behind it. */
  private static String start(String title) {
    return title.substring(0, Math.min(title.length(), 30));
  }

  private String title(PaperId id) {
    return papers.stream()
        .map(Sighting::paper)
        .filter(paper -> paper.id().equals(id))
        .findFirst()
        .orElseThrow()
        .title();
  }

  private List<Sighting> announced(LocalDate day) {
    int first = papers.size();
    return IntStream.range(first, first + PAPERS_A_DAY)
        .mapToObj(number -> paper(number, day))
        .toList();
  }

  /** No two have as many votes, or a word in common. */
  private Sighting paper(int number, LocalDate day) {
    String id = "2405.%05d".formatted(number + 1);
    String title =
        Stream.of(2, 3, 4).map(word -> word(3 * number + word)).collect(Collectors.joining(" "));
    return new Sighting(
        new Paper(
            new PaperId(id),
            title,
            "",
            List.of(new Author("Ada Byron")),
            List.of("cs.LG"),
            new Paper.Links(URI.create("https://arxiv.org/abs/" + id), null, null),
            new Paper.Dates(day, day, null)),
        "file",
        Map.of(Signal.Metric.UPVOTES, number * 97 % 211 + 1),
        offprint.clock.instant());
  }

  private static String word(int number) {
    return Stream.of(number % 10, number / 10 % 10, number / 100)
        .map(SYLLABLES::get)
        .collect(Collectors.joining());
  }
}
