package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Timing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-24T20:00:00Z | today, Wednesday 25 November, at 07:00 (Asia/Tokyo)
          2026-11-24T23:00:00Z | tomorrow, Thursday 26 November, at 07:00 (Asia/Tokyo)
          """)
  void theDayIsNamedAsItsReaderSeesIt(Instant now, String words) {
    Timing daily = new Timing(LocalTime.of(7, 0), ZoneId.of("Asia/Tokyo"), Timing.DAILY);
    assertThat(DueWords.of(daily, now)).isEqualTo(words);
  }

  @Test
  void oneADayOfTheWeekSaysThatItComesAgain() {
    Timing weekly =
        new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), Set.of(DayOfWeek.MONDAY));
    assertThat(DueWords.of(weekly, Instant.parse("2026-11-24T20:00:00Z")))
        .isEqualTo("on Monday 30 November, at 07:00 (Europe/Oslo), then every Monday");
  }
}
