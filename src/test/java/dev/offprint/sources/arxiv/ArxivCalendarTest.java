package dev.offprint.sources.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivCalendarTest {
  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"})
  void mailingsAreDatedMondayToFriday(String day) {
    assertThat(ArxivCalendar.announces(day(day))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-07", // Saturday
        "2026-03-08", // Sunday
        "2023-06-15", // after the evening of Wednesday 14 June
        "2025-07-07", // after the evening of Sunday 6 July
        "2025-11-28", // after Thanksgiving
        "2026-01-20", // after Martin Luther King Day
        "2026-06-22", // Friday 19 June defers Sunday's
        "2026-12-30",
        "2027-01-01", // after the evening of Thursday 31 December 2026
        "2027-11-26" // after Thanksgiving, in a year whose list is not known
      })
  void noMailingIsDatedAtWeekendsOrAfterAHoliday(String day) {
    assertThat(ArxivCalendar.announces(day(day))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 2026-03-02T01:00:00Z", // Sunday evening in winter
    "2026-07-15, 2026-07-15T00:00:00Z", // Tuesday evening in summer
    "2026-03-09, 2026-03-09T00:00:00Z" // Sunday evening of the day on which summer time begins
  })
  void papersAreAnnouncedAtEightInTheEveningEastern(String day, Instant at) {
    assertThat(ArxivCalendar.announcedAt(day(day))).isEqualTo(at);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-04T00:59:59Z, 2026-03-03",
    "2026-03-04T01:00:00Z, 2026-03-04",
    "2026-03-08T12:00:00Z, 2026-03-06", // the weekend
    "2026-01-20T23:00:00Z, 2026-01-19", // a holiday's evening before
    "2026-01-21T01:00:00Z, 2026-01-21"
  })
  void theLatestAnnouncementIsTheOneThatHasBeenMade(Instant at, String day) {
    assertThat(ArxivCalendar.latestAt(at)).isEqualTo(day(day));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T19:00:00Z, 2026-03-03", // Monday 14:00
    "2026-03-02T19:00:01Z, 2026-03-04",
    "2026-03-05T20:00:00Z, 2026-03-09", // Thursday afternoon: announced on Sunday
    "2026-03-06T20:00:00Z, 2026-03-10", // Friday afternoon: announced on Monday
    "2026-01-16T20:00:00Z, 2026-01-21" // Friday before a Monday without announcement
  })
  void aSubmissionIsAnnouncedAfterTheNextDeadline(Instant submitted, String day) {
    assertThat(ArxivCalendar.earliestFor(submitted)).isEqualTo(day(day));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 2026-02-26T19:00:00Z, 2026-02-27T19:00:00Z", // Monday: Thursday to Friday
    "2026-03-03, 2026-02-27T19:00:00Z, 2026-03-02T19:00:00Z", // Tuesday: over the weekend
    "2026-03-10, 2026-03-06T19:00:00Z, 2026-03-09T18:00:00Z", // into summer time
    "2026-01-21, 2026-01-16T19:00:00Z, 2026-01-20T19:00:00Z" // after a holiday
  })
  void anAnnouncementHoldsWhatCameFromOneDeadlineToTheNext(
      String day, Instant after, Instant until) {
    assertThat(ArxivCalendar.submissionsOf(day(day)))
        .isEqualTo(new ArxivCalendar.Submissions(after, until));
    assertThat(ArxivCalendar.earliestFor(after)).isBefore(day(day));
    assertThat(ArxivCalendar.earliestFor(after.plusSeconds(1))).isEqualTo(day(day));
    assertThat(ArxivCalendar.earliestFor(until)).isEqualTo(day(day));
  }
}
