package dev.offprint.subscribers;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
  private static final Set<DayOfWeek> WEEKDAYS =
      Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

  @ParameterizedTest
  @CsvSource({
    // Clocks go from 02:00 to 03:00: there is no 02:30.
    "Europe/Oslo,      2026-03-29, 02:30, 2026-03-29T01:30:00Z",
    "America/New_York, 2026-03-08, 02:30, 2026-03-08T07:30:00Z",
    // Clocks go from 03:00 (02:00) back by an hour: there are two 02:30 (01:30).
    "Europe/Oslo,      2026-10-25, 02:30, 2026-10-25T00:30:00Z",
    "America/New_York, 2026-11-01, 01:30, 2026-11-01T05:30:00Z",
    // Half an hour of daylight saving, and offsets that are no whole hours.
    "Australia/Lord_Howe, 2026-10-04, 02:15, 2026-10-03T15:45:00Z",
    "Asia/Kathmandu,      2026-06-01, 07:00, 2026-06-01T01:15:00Z",
    "Pacific/Chatham,     2026-06-01, 07:00, 2026-05-31T18:15:00Z",
    "Pacific/Kiritimati,  2026-06-01, 07:00, 2026-05-31T17:00:00Z",
    // Clocks go from 23:00 on Saturday to 00:00 on Sunday.
    "America/Nuuk,        2026-03-28, 23:30, 2026-03-29T01:30:00Z"
  })
  void aDayHasItsInstantWhateverTheClocksDo(ZoneId zone, LocalDate day, LocalTime at, Instant due) {
    Timing timing = new Timing(at, zone, Timing.DAILY);
    assertThat(timing.dueOn(day)).isEqualTo(due);
    assertThat(timing.nextAfter(due.minusSeconds(1))).isEqualTo(due);
    assertThat(timing.nextAfter(due)).isEqualTo(timing.dueOn(day.plusDays(1)));
    assertThat(timing.latestDayAt(due)).isEqualTo(day);
    assertThat(timing.latestDayAt(due.minusSeconds(1))).isEqualTo(day.minusDays(1));
  }

  @Test
  void onWeekdaysFridayIsFollowedByMonday() {
    Timing timing = new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), WEEKDAYS);
    Instant friday = Instant.parse("2026-11-27T06:00:00Z");
    assertThat(timing.nextAfter(friday)).isEqualTo(Instant.parse("2026-11-30T06:00:00Z"));
    assertThat(timing.latestDayAt(Instant.parse("2026-11-29T20:00:00Z")))
        .isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(timing.includes(LocalDate.of(2026, 11, 28))).isFalse();
  }

  @Test
  void anEditionMissedAcrossMidnightBelongsToTheDayBefore() {
    Timing timing = new Timing(LocalTime.of(23, 30), ZoneId.of("America/Nuuk"), Set.of(SATURDAY));
    Instant afterMidnight = Instant.parse("2026-03-29T01:10:00Z");
    assertThat(afterMidnight.atZone(timing.zone()).getDayOfWeek()).isEqualTo(SUNDAY);
    assertThat(timing.nextAfter(afterMidnight)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void aDayMustBeChosen() {
    assertThatThrownBy(() -> new Timing(LocalTime.NOON, ZoneId.of("UTC"), Set.of()))
        .hasMessageContaining("at least one day");
  }

  @Test
  void timesAreToTheMinute() {
    Timing timing = new Timing(LocalTime.of(7, 0, 59, 1), ZoneId.of("UTC"), Timing.DAILY);
    assertThat(timing.at()).isEqualTo(LocalTime.of(7, 0));
  }

  @Property
  void theNextInstantIsLaterAndOnAChosenDay(
      @ForAll("timings") Timing timing,
      @ForAll @IntRange(min = 0, max = 2_000_000_000) int epochSecond) {
    Instant now = Instant.ofEpochSecond(epochSecond);
    Instant next = timing.nextAfter(now);
    assertThat(next).isAfter(now);
    LocalDate day = timing.latestDayAt(next);
    assertThat(timing.dueOn(day)).isEqualTo(next);
    assertThat(timing.days()).contains(day.getDayOfWeek());
  }

  @Property(tries = 300)
  void aYearHasOneInstantForEachChosenDay(
      @ForAll("timings") Timing timing, @ForAll @IntRange(min = 1971, max = 2040) int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    List<Instant> walked = new ArrayList<>();
    Instant end = timing.dueOn(last);
    for (Instant next = timing.nextAfter(timing.dueOn(first).minusNanos(1));
        !next.isAfter(end);
        next = timing.nextAfter(next)) {
      walked.add(next);
    }
    assertThat(walked)
        .isEqualTo(
            first
                .datesUntil(last.plusDays(1))
                .filter(timing::includes)
                .map(timing::dueOn)
                // A day that a zone left out when it crossed the date line shares the next one's.
                .distinct()
                .toList());
  }

  @Provide
  Arbitrary<Timing> timings() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 24 * 60 - 1).map(m -> LocalTime.ofSecondOfDay(m * 60L));
    Arbitrary<ZoneId> zones =
        Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList()).map(ZoneId::of);
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    return Combinators.combine(times, zones, days).as(Timing::new);
  }

  @Test
  void oneDayOfTheWeekIsWeeklyAndTwoAreNot() {
    assertThat(on(SATURDAY).isWeekly()).isTrue();
    assertThat(on(SATURDAY, SUNDAY).isWeekly()).isFalse();
    assertThat(Timing.usual(ZoneId.of("UTC")).isWeekly()).isFalse();
  }

  private static Timing on(DayOfWeek... days) {
    return new Timing(LocalTime.NOON, ZoneId.of("UTC"), Set.of(days));
  }
}
