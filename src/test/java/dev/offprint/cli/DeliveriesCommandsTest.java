package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Kind;
import dev.offprint.ledger.Delivery.Progress;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.papers.Popularity;
import dev.offprint.planning.DailyLimit;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.sources.LateSources.Late;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesCommandsTest {
  private static final Instant SEVEN = Instant.parse("2024-05-27T05:00:00Z");
  private static final ChosenPaper MATCHED =
      new ChosenPaper(
          Samples.paper("2405.00001", "Routing of experts"),
          Popularity.NONE,
          new Reason.Matched(new Interest("mixture of experts"), List.of("mixture", "experts")));
  private static final ChosenPaper TRENDING =
      new ChosenPaper(
          Samples.paper("2405.00002", "Gating of experts"),
          new Popularity(74, 0, 0),
          new Reason.Trending(74, 2, false));

  private final Session session = new Session();

  @BeforeEach
  void adaSubscribes() {
    session.run("subscribers", "add", "ada@example.org", "--days", "mon-fri");
  }

  private void row(Status status, @Nullable String reason, int attempts, @Nullable Instant next) {
    row(1, Samples.MONDAY, new Progress(status, reason, attempts, next, SEVEN.plusSeconds(5)));
  }

  private void row(long id, LocalDate day, Progress progress) {
    session.features.ledger.put(
        new Delivery(
            id, 1, Kind.EDITION, day, progress, "<1@lab.example>", Delivery.Planning.at(SEVEN)),
        MATCHED,
        TRENDING);
  }

  private String explain(String... options) {
    String[] line = new String[3 + options.length];
    System.arraycopy(new String[] {"deliveries", "explain", "ada@example.org"}, 0, line, 0, 3);
    System.arraycopy(options, 0, line, 3, options.length);
    assertThat(session.run(line)).isZero();
    assertThat(session.out.lines()).allMatch(text -> text.length() <= 100);
    return session.out.replace("\n", " ");
  }

  @Test
  void whatWasSentIsToldWithEachPaperAndItsReason() {
    row(Status.SENT, "250 2.0.0 Ok: queued as 4XYZ", 1, null);
    assertThat(explain())
        .contains("The edition of Mon 2024-05-27 with 2 papers was planned Mon 2024-05-27 07:00.")
        .contains("It was sent Mon 2024-05-27 07:00, at the first attempt.")
        .contains("The relay answered: 250 2.0.0 Ok: queued as 4XYZ")
        .contains("1. Routing of experts", "your interest \"mixture of experts\"")
        .contains("2. Gating of experts", "74 upvotes, #2 on 27 May")
        .contains("The next edition is due Tue 2024-05-28 07:00.");
  }

  @Test
  void anInterestThatBringsNothingIsExplained() {
    session.run(
        "subscribers",
        "set",
        "ada@example.org",
        "--no-trending",
        "--interest",
        "zebrafish brain atlas");
    row(Status.SKIPPED, "none matches", 0, null);
    assertThat(explain())
        .contains("Nothing in the papers of these days matches", "zebrafish brain atlas")
        .contains("Nothing came near.");
    session.run("--json", "deliveries", "explain", "ada@example.org");
    assertThat(session.json().get("quiet_interests").get(0).get("interest").asString())
        .isEqualTo("zebrafish brain atlas");
  }

  @Test
  void whatCameBackSaysWhy() {
    row(Status.BOUNCED, "550 5.1.1 no such user", 1, null);
    assertThat(explain())
        .contains("It was sent Mon 2024-05-27 07:00, and came back: 550 5.1.1 no such user");
    session.run("deliveries", "list", "--status", "bounced");
    assertThat(session.out).contains("ada@example.org", "bounced", "550 5.1.1 no such user");
  }

  @Test
  void whatIsTriedAgainSaysWhen() {
    row(Status.DEFERRED, "451 greylisted", 3, Instant.parse("2024-05-27T09:00:00Z"));
    assertThat(explain("--date", "today"))
        .contains("has not taken it yet, after 3 attempts: 451 greylisted")
        .contains("it is tried next Mon 2024-05-27 11:00.");
  }

  @Test
  void whatIsPlannedAndDueSaysSo() {
    row(Status.PLANNED, null, 0, SEVEN);
    assertThat(explain()).contains("It has not been tried yet; it is due now.");
  }

  @Test
  void whatFailedOrWasSkippedSaysWhy() {
    row(Status.FAILED, "550 no such user", 1, null);
    assertThat(explain()).contains("is not tried again: 550 no such user");
    row(Status.SKIPPED, "no papers were announced from 21 to 27 May 2024", 0, null);
    assertThat(explain())
        .contains("2024-05-27 was not sent: no papers were announced from 21 to 27 May 2024.");
  }

  @Test
  void aDayWithoutARowSaysWhyThatCanBe() {
    assertThat(explain()).contains("Nothing has been planned for this subscriber yet.");
    assertThat(explain("--date", "2024-05-25"))
        .contains("No edition was planned for Sat 2024-05-25.")
        .contains("None is due on a Saturday: editions come mon-fri.");
    assertThat(explain("--date", "2024-05-28")).contains("which is still to come.");
    assertThat(explain("--date", "2024-05-24")).contains("before the address was added");
    session.run("subscribers", "pause", "ada@example.org");
    assertThat(explain("--date", "today")).contains("is paused and is sent nothing");
    session.run("subscribers", "remove", "ada@example.org");
    assertThat(explain()).contains("The subscriber has left and is sent nothing more.");
  }

  @Test
  void aDayThatIsNoLongerKeptIsSaidToBeForgotten() {
    session.features.ledger.retainedSince = LocalDate.of(2024, 5, 20);
    String forgotten =
        "What was planned for Fri 2024-05-17 is forgotten: the ledger tells of the days since Mon"
            + " 2024-05-20 (mail.keep_days).";
    assertThat(explain("--date", "2024-05-17"))
        .contains(forgotten)
        .doesNotContain("No edition was planned");
    assertThat(explain("--date", "2024-05-20")).contains("No edition was planned for Mon");
    session.run("deliveries", "list", "--date", "2024-05-17");
    assertThat(session.out.strip()).isEqualTo(forgotten);
    session.run("deliveries", "list", "--date", "2024-05-20");
    assertThat(session.out.strip()).isEqualTo("There are no such deliveries.");
    session.run("deliveries", "retry", "--date", "2024-05-17");
    assertThat(session.out.strip()).isEqualTo(forgotten);
    assertThat(session.run("deliveries", "show", "7")).isEqualTo(1);
    assertThat(session.err)
        .contains("there is no delivery 7, or it is from before Mon 2024-05-20 and forgotten");
  }

  @Test
  void whoeverWasThereBeforeWhatIsKeptMayHaveBeenSentSomething() {
    session.features.ledger.retainedSince = LocalDate.of(2024, 5, 20);
    assertThat(explain()).contains("Nothing has been planned for this subscriber yet.");
    session.features.ledger.retainedSince = LocalDate.of(2024, 6, 20);
    assertThat(explain())
        .contains(
            "Nothing has been planned for this subscriber since Thu 2024-06-20; what was planned"
                + " before is forgotten (mail.keep_days).");
  }

  @Test
  void aDayOfWhichPapersMayHaveBeenSentBeforeWhatIsKeptIsNotRun() {
    session.features.ledger.retainedSince = LocalDate.of(2024, 5, 20);
    assertThat(session.run("run", "--date", "2024-05-24")).isEqualTo(1);
    assertThat(session.err)
        .contains("what was sent before Mon 2024-05-20 is forgotten (mail.keep_days)")
        .contains("days before Mon 2024-05-27 are not sent any more");
    assertThat(session.run("run", "--dry-run", "--date", "2024-05-24")).isEqualTo(1);
    assertThat(session.err).contains("could repeat papers");
  }

  @Test
  void aDayThatIsStillToComeIsNotRunAndNothingIsWrittenForIt() {
    for (String day : List.of("2024-05-28", "2030-01-01")) {
      assertThat(session.run("run", "--date", day)).isEqualTo(1);
      assertThat(session.err).contains(day + " is still to come in every reader's time zone");
    }
    assertThat(session.features.ledger.list(null, null)).isEmpty();
  }

  @Test
  void theExplanationIsOneDocumentToo() {
    row(Status.SENT, "250 Ok", 1, null);
    session.run("--json", "deliveries", "explain", "ada@example.org");
    assertThat(session.json().get("delivery").get("status").asString()).isEqualTo("sent");
    assertThat(session.json().get("papers").size()).isEqualTo(2);
    session.run("--json", "deliveries", "explain", "ada@example.org", "--date", "2024-05-25");
    assertThat(session.json().get("delivery").isNull()).isTrue();
  }

  @Test
  void theListIsNarrowedByDayAndStatus() {
    row(Status.SENT, "250 Ok", 1, null);
    row(
        2,
        LocalDate.of(2024, 5, 24),
        new Progress(
            Status.FAILED, "550 no such user here, " + "really ".repeat(20), 12, null, SEVEN));
    assertThat(session.run("deliveries", "list")).isZero();
    assertThat(session.out.lines()).hasSize(3).allMatch(line -> line.length() <= 100);
    session.run("deliveries", "list", "--status", "Sent", "--json");
    assertThat(session.json().get(0).get("id").asInt()).isEqualTo(1);
    session.run("deliveries", "list", "--date", "2024-05-24", "--json");
    assertThat(session.json().get(0).get("id").asInt()).isEqualTo(2);
    session.run("deliveries", "list", "--date", "2020-01-01");
    assertThat(session.out.strip()).isEqualTo("There are no such deliveries.");
  }

  @Test
  void aRowNamesTheSourcesThatHadNotAnswered() {
    session.features.ledger.put(
        new Delivery(
            1,
            1,
            Kind.EDITION,
            Samples.MONDAY,
            new Progress(Status.SENT, "250 Ok", 1, null, SEVEN),
            "<1@lab.example>",
            new Delivery.Planning(SEVEN, "arxiv (unreachable: no route)")));
    assertThat(explain())
        .contains("these sources had not answered: arxiv (unreachable: no route).");
    session.run("deliveries", "show", "1", "--json");
    assertThat(session.json().get("late_sources").asString())
        .isEqualTo("arxiv (unreachable: no route)");
  }

  @Test
  void anEditionThatWaitsForASourceSaysForWhich() {
    session.features.subscribers.setNextDue(1, SEVEN);
    session.features.late =
        List.of(
            new Late("arxiv", Samples.MONDAY, "unreachable: no route", true),
            new Late("feed:old", Samples.MONDAY, "broken: stale", false));
    assertThat(explain())
        .contains(
            "It has been due since Mon 2024-05-27 07:00 and waits, for a set time, for: arxiv"
                + " (unreachable: no route).")
        .doesNotContain("feed:old");
    assertThat(explain("--date", "today")).contains("and waits, for a set time, for: arxiv");
  }

  @Test
  void oneRowIsShownByItsNumber() {
    row(Status.SENT, "250 Ok", 1, null);
    assertThat(session.run("deliveries", "show", "1")).isZero();
    assertThat(session.out).contains("Delivery 1 to ada@example.org", "<1@lab.example>");
    assertThat(session.run("deliveries", "show", "7")).isEqualTo(1);
    assertThat(session.err).contains("there is no delivery 7");
  }

  @Test
  void statusCountsEverything() {
    row(Status.DEFERRED, "451 later", 1, Instant.parse("2024-05-27T09:00:00Z"));
    session.features.papers.record(List.of(Samples.sighting("2405.00001", 1, SEVEN)));
    assertThat(session.run("status")).isZero();
    assertThat(session.out)
        .contains("1 active", "1 deferred", "Tue 2024-05-28 07:00", "Mon 2024-05-27 11:00")
        .contains("Mon 2024-05-27       1")
        .contains("Times       in Europe/Oslo\n");
    session.run("status", "--json");
    assertThat(session.json().get("subscribers").get("active").asInt()).isEqualTo(1);
    assertThat(session.json().get("papers").size()).isEqualTo(7);
  }

  @Test
  void statusTellsHowManyMayBeMailedAndHowManyWaitWhileThereIsALimit() {
    session.run("status");
    assertThat(session.out).doesNotContain("Limit ");
    session.run("status", "--json");
    assertThat(session.json().get("daily_limit").isNull()).isTrue();

    session.run("subscribers", "add", "bob@example.org");
    session.features.limit = new DailyLimit(1, Samples.MONDAY, 50);
    session.run("status");
    assertThat(session.out.replaceAll("\\s+", " "))
        .contains(
            "Limit at most 1 reader today (smtp.limits.daily); 1 active reader waits, until Wed"
                + " 2024-05-29 at the latest");
    session.run("status", "--json");
    assertThat(session.json().at("/daily_limit/today").asInt()).isEqualTo(1);
    assertThat(session.json().at("/daily_limit/waiting").asInt()).isEqualTo(1);
    assertThat(session.json().at("/daily_limit/all_from").asString()).isEqualTo("2024-05-29");

    session.features.limit = new DailyLimit(1, null, 50);
    session.run("status");
    assertThat(session.out).contains("until it is raised");
    session.features.limit = new DailyLimit(2, null, 50);
    session.run("status");
    assertThat(session.out).contains("nobody has to wait");
  }

  @Test
  void statusSaysThatARampIsOverInsteadOfANumberThatMeansNothing() {
    session.features.limit = new DailyLimit(5, LocalDate.of(1999, 1, 1), 50);
    session.run("status");
    assertThat(session.out.replaceAll("\\s+", " "))
        .contains(
            "Limit no limit any more: the ramp that began on 1999-01-01 is over"
                + " (smtp.limits.daily_from)")
        .doesNotContain("2,147,483,647");
    session.run("status", "--json");
    assertThat(session.json().get("daily_limit").isNull()).isTrue();
  }

  @Test
  void statusTellsWhatWasRefusedForItsSenderOrContent() {
    row(1, Samples.MONDAY, new Progress(Status.BOUNCED, "550 5.1.1 no such user", 1, null, SEVEN));
    row(2, Samples.MONDAY, new Progress(Status.FAILED, "554 5.7.1 it is spam", 1, null, SEVEN));
    row(
        3,
        Samples.MONDAY.minusDays(1),
        new Progress(Status.BOUNCED, "550 5.7.26 no DKIM", 1, null, SEVEN));
    row(
        4,
        Samples.MONDAY.minusDays(7),
        new Progress(Status.BOUNCED, "550 5.7.26 no DKIM", 1, null, SEVEN));
    session.run("status");
    assertThat(session.out.replaceAll("\\s+", " "))
        .contains(
            "Refused 2 mails in 7 days, for the sender, its network or the content; the last: 554"
                + " 5.7.1 it is spam");
    session.run("status", "--json");
    assertThat(session.json().at("/refused/count").intValue()).isEqualTo(2);
    assertThat(session.json().at("/refused/last").asString()).isEqualTo("554 5.7.1 it is spam");
  }

  @Test
  void whatOffprintItselfCouldNotSendIsNotCountedAsRefused() {
    List<String> own =
        List.of(
            "the relay takes ASCII addresses only (it does not offer SMTPUTF8)",
            "it cannot be put into a message: the from address is invalid",
            "could not be composed: java.lang.IllegalStateException: no sender");
    for (int i = 0; i < own.size(); i++) {
      row(i, Samples.MONDAY, new Progress(Status.FAILED, own.get(i), 1, null, SEVEN));
    }
    session.run("status", "--json");
    assertThat(session.json().at("/refused/count").intValue()).isZero();

    String late = "gave up after 36 hours: 450 4.7.1 the client host is blocked";
    row(9, Samples.MONDAY, new Progress(Status.FAILED, late, 1, null, SEVEN));
    session.run("status", "--json");
    assertThat(session.json().at("/refused/last").asString()).isEqualTo(late);
  }

  @Test
  void addressesInAnySpellingAreOneSubscriber() {
    assertThat(session.features.subscribers.find(EmailAddress.of(" ADA@EXAMPLE.org ")))
        .map(Subscriber::id)
        .contains(1L);
    assertThat(session.run("deliveries", "explain", "ADA@EXAMPLE.org")).isZero();
  }

  @Test
  void whatFailedIsSentAgainByItsNumberOrItsDay() {
    row(Status.FAILED, "554 5.7.1 not today", 1, null);
    row(2, Samples.MONDAY, new Progress(Status.SENT, "250 taken", 1, null, SEVEN));
    row(3, Samples.MONDAY.minusDays(3), new Progress(Status.FAILED, "550", 1, null, SEVEN));

    assertThat(session.run("deliveries", "retry", "--date", "today")).isZero();
    assertThat(session.out).contains("1 delivery will be sent again.");
    assertThat(session.run("deliveries", "retry", "3", "--json")).isZero();
    assertThat(session.out.replaceAll("\\s", "")).isEqualTo("{\"retried\":[3]}");
    assertThat(session.features.ledger.list(null, Status.PLANNED))
        .extracting(Delivery::id)
        .containsExactlyInAnyOrder(1L, 3L);
    assertThat(session.run("deliveries", "retry", "--date", "today")).isZero();
    assertThat(session.out).contains("No edition of that day has failed.");
  }

  @Test
  void whatHasNotFailedIsNotSentAgain() {
    row(Status.SENT, "250 taken", 1, null);
    assertThat(session.run("deliveries", "retry", "1")).isEqualTo(1);
    assertThat(session.err).contains("delivery 1 is sent, and only what has failed is sent again");
    assertThat(session.run("deliveries", "retry", "77")).isEqualTo(1);
    assertThat(session.err).contains("there is no delivery 77");
    assertThat(session.run("deliveries", "retry")).isEqualTo(2);
    assertThat(session.run("deliveries", "retry", "1", "--date", "today")).isEqualTo(2);
  }

  @Test
  void whatWasTooLateSaysThatItWasNotTried() {
    row(Status.FAILED, "too late: it could not be sent within 24 hours", 0, null);
    assertThat(explain())
        .contains("It failed Mon 2024-05-27 07:00, without an attempt, and is not tried again:");
  }
}
