package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.ledger.Delivery;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks at a subscriber sees which interests bring nothing. */
class InterestsMatchedTest {
  private final Session session = new Session();

  @BeforeEach
  void adaWasSentPapers() {
    session.run(
        "subscribers",
        "add",
        "ada@example.org",
        "--interest",
        "mixture of experts",
        "--interest",
        "author:Nobody",
        "--interest",
        "gating");
    sent(1, Samples.MONDAY, "mixture of experts", "gating", "mixture of experts");
    sent(2, Samples.MONDAY.minusDays(29), "mixture of experts");
    sent(3, Samples.MONDAY.minusDays(30), "author:Nobody");
  }

  private void sent(long id, LocalDate day, String... interests) {
    session.features.ledger.put(
        new Delivery(
            id,
            1,
            Delivery.Kind.EDITION,
            day,
            new Delivery.Progress(Delivery.Status.SENT, "250 taken", 1, null, MemoryFeatures.NOW),
            "<" + id + "@lab.example>",
            Delivery.Planning.at(MemoryFeatures.NOW)),
        java.util.stream.Stream.of(interests)
            .map(
                line ->
                    new ChosenPaper(
                        Samples.paper("2405.00001", "Routing"),
                        Popularity.NONE,
                        new Reason.Matched(new Interest(line), List.of("routing"))))
            .toArray(ChosenPaper[]::new));
  }

  @Test
  void eachInterestIsShownWithThePapersItBroughtInThirtyDays() {
    assertThat(session.run("subscribers", "show", "ada@example.org")).isZero();
    assertThat(session.out.lines().map(String::strip))
        .containsSubsequence(
            "mixture of experts – 3 papers in the last 30 days",
            "author:Nobody – none in the last 30 days",
            "gating – 1 paper in the last 30 days");
  }

  @Test
  void howFarItReachedThenMakesNoDifference() {
    session.run(
        "subscribers",
        "set",
        "ada@example.org",
        "--interest",
        "mixture of experts ~broad",
        "--interest",
        "gating ~strict");
    session.run("subscribers", "show", "ada@example.org");
    assertThat(session.out.lines().map(String::strip))
        .containsSubsequence(
            "mixture of experts ~broad – 3 papers in the last 30 days",
            "gating ~strict – 1 paper in the last 30 days");
  }

  /** It is Monday, 08:30 UTC, and Monday's edition was sent. */
  @Test
  void theNextEditionIsNotThatOfADayThatHasOne() {
    String[] evening = {"subscribers", "set", "ada@example.org", "--at", "22:30", "--zone", "UTC"};
    session.run(evening);
    assertThat(session.out).contains("Tue 2024-05-28 22:30").doesNotContain("2024-05-27 22:30");
    session.run("subscribers", "show", "ada@example.org");
    assertThat(session.out).contains("Tue 2024-05-28 22:30");
    // By the clock of the machine.
    session.run("subscribers", "list");
    assertThat(session.out).contains("Wed 2024-05-29 00:30");
    session.run("subscribers", "show", "ada@example.org", "--json");
    assertThat(session.json().get("next_due").asString()).isEqualTo("2024-05-28T22:30:00Z");
    session.run("status");
    assertThat(session.out).contains("Wed 2024-05-29 00:30");
  }

  @Test
  void inJsonTheCountsStandBesideTheInterestsAsTheyWere() {
    session.run("subscribers", "show", "ada@example.org", "--json");
    assertThat(session.json().get("interests").get(1).asString()).isEqualTo("author:Nobody");
    assertThat(session.json().get("interests_matched").toString())
        .isEqualTo(
            "[{\"interest\":\"mixture of experts\",\"papers\":3,\"days\":30},"
                + "{\"interest\":\"author:Nobody\",\"papers\":0,\"days\":30},"
                + "{\"interest\":\"gating\",\"papers\":1,\"days\":30}]");
  }
}
