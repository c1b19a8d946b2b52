package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Judgment;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Timing;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribersCommandsTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.org");

  private final Session session = new Session();

  private Subscriber ada() {
    return session.features.subscribers.find(ADA).orElseThrow();
  }

  private Members members() {
    return new Members(session.features.standings());
  }

  private Preferences preferences() {
    return ada().preferences();
  }

  private int add(String... options) {
    return session.run(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("subscribers", "add", "ada@example.org"),
                java.util.stream.Stream.of(options))
            .toArray(String[]::new));
  }

  private int set(String... options) {
    return session.run(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("subscribers", "set", "ada@example.org"),
                java.util.stream.Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void oneWhoSaysNothingGetsTrendingPapersDaily() {
    assertThat(add()).isZero();
    assertThat(ada().status()).isEqualTo(Status.ACTIVE);
    assertThat(preferences())
        .isEqualTo(
            new Preferences(
                Content.TRENDING,
                List.of(),
                10,
                new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), Timing.DAILY),
                Format.HTML));
    assertThat(session.out)
        .contains("Added ada@example.org: trending papers, at most 10", "Tue 2024-05-28 07:00");
  }

  @Test
  void everyOptionIsTaken() {
    assertThat(
            add(
                "--trending",
                "--interest",
                "\"mixture of experts\" -survey",
                "--interest=author:hinton",
                "--max",
                "5",
                "--at",
                "18:30",
                "--zone",
                "america/new_york",
                "--days",
                "mon,wed-fri",
                "--format",
                "text"))
        .isZero();
    assertThat(preferences())
        .isEqualTo(
            new Preferences(
                Content.BOTH,
                List.of(
                    new Interest("\"mixture of experts\" -survey"), new Interest("author:hinton")),
                5,
                new Timing(
                    LocalTime.of(18, 30),
                    ZoneId.of("America/New_York"),
                    Set.of(
                        DayOfWeek.MONDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY)),
                Format.TEXT));
  }

  @Test
  void interestsAloneMeanMatchingPapersOnly() {
    add("--interest", "experts");
    assertThat(preferences().content()).isEqualTo(Content.MATCHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "subscribers add ada| EMAIL 'ada': the @ is missing: an address looks like"
            + " name@example.org",
        "subscribers add a@b.example --zone Oslo| --zone 'Oslo': there is no such time zone; did"
            + " you mean Europe/Oslo?",
        "subscribers add a@b.example --zone Europe/Olso| --zone 'Europe/Olso': there is no such"
            + " time zone; did you mean Europe/Oslo?",
        "subscribers add a@b.example --at 25:00| --at '25:00': there is no such time of day;"
            + " write it as 07:00 or 18:30",
        "subscribers add a@b.example --days mon-moon| --days 'mon-moon': 'moon' is no day of the"
            + " week; write daily, mon-fri or mon,wed,fri",
        "subscribers add a@b.example --weekly mo| --weekly 'mo': 'mo' is no day of the week; write"
            + " mon or Monday",
        "subscribers add a@b.example --weekly mon --days tue| --days and --weekly cannot be had at"
            + " once",
        "subscribers add a@b.example --format pdf| --format 'pdf': it must be one of html, text",
        "subscribers add a@b.example --max 51| the most papers in one mail must be 1 to 50",
        "subscribers add a@b.example --interest=| --interest '': an interest is empty",
        "subscribers add a@b.example --no-trending| matching papers only needs at least one"
            + " interest"
      })
  void badInputGetsItsReasonAndNobodyIsAdded(String line, String reason) {
    assertThat(session.run(line.split(" "))).isEqualTo(2);
    assertThat(session.err).isEqualToNormalizingNewlines("offprint: " + reason + "\n");
    assertThat(session.features.subscribers.all()).isEmpty();
  }

  @Test
  void anAddressWithANewlineIsShownOnOneLine() {
    assertThat(session.run("subscribers", "add", "ada\nBcc: all@")).isEqualTo(2);
    assertThat(session.err).hasLineCount(1).startsWith("offprint: EMAIL 'ada Bcc: all@': ");
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, subscribers set ada@example.org",
    "PAUSED, subscribers resume ada@example.org",
    "UNSUBSCRIBED, subscribers resume ada@example.org",
    "PENDING, subscribers resume ada@example.org",
    "SUPPRESSED, must not be mailed"
  })
  void oneWhoIsThereAlreadyIsNotAddedButWhatToUseIsSaid(Status status, String advice) {
    add();
    members().setStatus(ada().id(), status, MemoryFeatures.NOW);
    assertThat(add("--max", "3")).isEqualTo(1);
    assertThat(session.err).hasLineCount(1).contains(advice);
    assertThat(preferences().maximum()).isEqualTo(10);
    assertThat(ada().status()).isEqualTo(status);
  }

  @Test
  void aSuppressedAddressIsNotAdded() {
    members()
        .suppress(
            new Suppression(ADA, Suppression.Origin.OPERATOR, "asked to", MemoryFeatures.NOW));
    assertThat(add()).isEqualTo(1);
    assertThat(session.features.subscribers.all()).isEmpty();
  }

  @Test
  void onlyWhatIsGivenChanges() {
    add("--interest", "experts", "--max", "3", "--days", "mon-fri");
    assertThat(set("--at", "9:15")).isZero();
    assertThat(preferences().timing().at()).isEqualTo(LocalTime.of(9, 15));
    assertThat(preferences().content()).isEqualTo(Content.MATCHING);
    assertThat(preferences().maximum()).isEqualTo(3);
    assertThat(session.out).contains("mon-fri at 09:15 (Europe/Oslo)");
  }

  @Test
  void trendingAndInterestsAreTurnedOnAndOff() {
    add("--interest", "experts");
    set("--trending");
    assertThat(preferences().content()).isEqualTo(Content.BOTH);
    set("--no-trending");
    assertThat(preferences().content()).isEqualTo(Content.MATCHING);
    set("--interest", "routing", "--interest", "gating");
    assertThat(preferences().interests())
        .containsExactly(new Interest("routing"), new Interest("gating"));
    set("--add-interest", "experts", "--remove-interest", "Routing");
    assertThat(preferences().interests())
        .containsExactly(new Interest("gating"), new Interest("experts"));
    assertThat(set("--remove-interest", "nonsense")).isEqualTo(2);
    assertThat(session.err).contains("'nonsense' is not among the interests");
    set("--remove-interest", "gating", "--remove-interest", "experts", "--trending");
    assertThat(preferences().content()).isEqualTo(Content.TRENDING);
  }

  @Test
  void oneDayIsWeeklyHoweverItIsSaid() {
    add("--weekly", "Friday", "--at", "16:00");
    assertThat(preferences().timing().days()).containsExactly(DayOfWeek.FRIDAY);
    assertThat(session.out)
        .contains("as HTML, weekly, on Friday at 16:00 (Europe/Oslo).", "Fri 2024-05-31 16:00");
    set("--weekly", "mon");
    assertThat(session.out).contains("weekly, on Monday at 16:00");
    set("--days", "daily");
    assertThat(session.out).contains("daily at 16:00").doesNotContain("weekly");
    set("--days", "tue");
    session.run("subscribers", "show", "ada@example.org");
    assertThat(session.out).contains("weekly, on Tuesday at 16:00 (Europe/Oslo)");
  }

  @Test
  void theHelpSaysWhatWeeklyMeans() {
    session.run("subscribers", "add", "--help");
    assertThat(session.out.replaceAll("\\s+", " "))
        .contains("--weekly=DAY One mail a week, on this day, such as mon");
  }

  @Test
  void aChangeThatChangesNothingIsWrongUsage() {
    add();
    assertThat(set()).isEqualTo(2);
    assertThat(session.err).contains("nothing to change was given");
  }

  @Test
  void pausedThenResumedThenRemoved() {
    add();
    assertThat(session.run("subscribers", "pause", "ADA@Example.org")).isZero();
    assertThat(ada().status()).isEqualTo(Status.PAUSED);
    assertThat(session.run("subscribers", "pause", "ada@example.org")).isZero();
    assertThat(session.out.strip()).isEqualTo("ada@example.org is paused already.");
    session.run("subscribers", "resume", "ada@example.org");
    assertThat(session.out.strip())
        .isEqualTo(
            "ada@example.org is active and is sent editions again; the next is due Tue 2024-05-28"
                + " 07:00.");
    session.run("subscribers", "remove", "ada@example.org", "--json");
    assertThat(session.json().get("status").asString()).isEqualTo("unsubscribed");
    assertThat(session.run("subscribers", "pause", "ada@example.org")).isEqualTo(1);
  }

  @Test
  void aPauseHasAnEndOnWhichItIsOver() {
    add();
    assertThat(session.run("subscribers", "pause", "ada@example.org", "--until", "2024-06-03"))
        .isZero();
    assertThat(session.out.strip())
        .isEqualTo("ada@example.org is paused until Mon 2024-06-03, and is active again then.");
    assertThat(ada().pausedUntil()).isEqualTo(LocalDate.of(2024, 6, 3));
    session.run("subscribers", "pause", "ada@example.org", "--until", "2024-06-03");
    assertThat(session.out.strip())
        .isEqualTo("ada@example.org is paused until Mon 2024-06-03 already.");
    session.run("subscribers", "show", "ada@example.org");
    assertThat(session.out).contains("Status      paused until Mon 2024-06-03");
    session.run("subscribers", "show", "ada@example.org", "--json");
    assertThat(session.json().get("paused_until").asString()).isEqualTo("2024-06-03");

    session.run("subscribers", "pause", "ada@example.org");
    assertThat(session.out.strip())
        .isEqualTo("ada@example.org is paused and is sent nothing until it is resumed.");
    assertThat(ada().pausedUntil()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"today", "yesterday", "2031-01-01", "+99999-01-01"})
  void aPauseEndsInDaysToCome(String until) {
    add();
    assertThat(session.run("subscribers", "pause", "ada@example.org", "--until", until))
        .isEqualTo(2);
    assertThat(session.err).contains("--until must be after today, 2024-05-27");
    assertThat(ada().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void whoIsErasedIsGone() {
    add();
    assertThat(session.run("subscribers", "erase", "Ada@example.org", "--json")).isZero();
    assertThat(session.json().get("erased").asBoolean()).isTrue();
    assertThat(session.json().get("suppressed").asBoolean()).isFalse();
    assertThat(session.features.subscribers.all()).isEmpty();
    assertThat(session.run("subscribers", "erase", "ada@example.org")).isEqualTo(1);
    assertThat(session.err).contains("is not a subscriber");
  }

  @Test
  void ofWhoLeftTheAddressIsSaidToStayKnown() {
    add();
    session.run("subscribers", "remove", "ada@example.org");
    session.run("subscribers", "erase", "ada@example.org");
    assertThat(session.out)
        .contains("ada@example.org is erased")
        .contains("A keyed hash of the address stays");
  }

  @Test
  void aSuppressedAddressIsNotResumed() {
    add();
    members().setStatus(ada().id(), Status.SUPPRESSED, MemoryFeatures.NOW);
    assertThat(session.run("subscribers", "resume", "ada@example.org")).isEqualTo(1);
    assertThat(ada().status()).isEqualTo(Status.SUPPRESSED);
  }

  @Test
  void whatASubscriberSaidOfPapersIsShown() {
    add();
    session.run("subscribers", "show", "ada@example.org");
    assertThat(session.out).doesNotContain("More like", "Less like");
    session.features.papers.record(
        List.of(
            Samples.sighting("2401.04088", 1, MemoryFeatures.NOW),
            Samples.sighting("2401.00001", 1, MemoryFeatures.NOW)));
    session.features.feedback.say(
        ada().id(), new PaperId("2401.04088"), Judgment.MORE, MemoryFeatures.NOW);
    session.features.feedback.say(
        ada().id(), new PaperId("2401.00001"), Judgment.LESS, MemoryFeatures.NOW);
    session.run("subscribers", "show", "ada@example.org");
    assertThat(session.out)
        .contains(
            """
            More like   2401.04088 Routing of experts 2401.04088
            Less like   2401.00001 Routing of experts 2401.00001
            """);
    session.run("subscribers", "show", "ada@example.org", "--json");
    assertThat(session.json().get("more_like").get(0).get("id").asString()).isEqualTo("2401.04088");
    assertThat(session.json().get("less_like").get(0).get("title").asString())
        .isEqualTo("Routing of experts 2401.00001");
  }

  @Test
  void aStrangerFailsWithWhatToDo() {
    assertThat(session.run("subscribers", "show", "bob@example.org")).isEqualTo(1);
    assertThat(session.err)
        .contains(
            "bob@example.org is not a subscriber; 'offprint subscribers add bob@example.org'");
  }

  @Test
  void theListFitsATerminal() {
    session.run("subscribers", "list");
    assertThat(session.out).startsWith("There are no subscribers");
    add("--interest", "experts", "--trending");
    session.run(
        "subscribers", "add", "a-rather-long-local-part-of-a-name@department.university.example");
    session.run("subscribers", "pause", "ada@example.org");
    session.run("subscribers", "list");
    assertThat(session.out.lines()).hasSize(3).allMatch(line -> line.length() <= 100);
    assertThat(session.out).contains("NEXT DUE (Europe/Oslo)\n", "Tue 2024-05-28 07:00");
    session.run("subscribers", "list", "--json");
    assertThat(session.json().size()).isEqualTo(2);
  }

  @Test
  void anInterestThatCanNeverMatchIsKeptAndToldOf() {
    assertThat(session.run("subscribers", "add", "ada@example.org", "--interest", "-medical"))
        .isZero();
    assertThat(session.err)
        .contains("the interest '-medical' will never match: it only says what to leave out");
  }

  @Test
  void erasingAsksSomebodyAtATerminalFirst() {
    session.run("subscribers", "add", "ada@example.org", "--trending");
    session.terminal = true;
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(session.run("subscribers", "erase", "ada@example.org")).isEqualTo(1);
      assertThat(session.err).contains("Delete ada@example.org for good", "nothing was deleted");
      assertThat(session.run("subscribers", "show", "ada@example.org")).isZero();
      System.setIn(new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(session.run("subscribers", "erase", "ada@example.org")).isZero();
      session.run("subscribers", "add", "ada@example.org", "--trending");
      System.setIn(new ByteArrayInputStream(new byte[0]));
      assertThat(session.run("subscribers", "erase", "ada@example.org", "--yes")).isZero();
    } finally {
      System.setIn(before);
    }
  }
}
