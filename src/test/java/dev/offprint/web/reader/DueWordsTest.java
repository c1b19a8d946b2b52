package dev.offprint.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Timing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
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
    assertThat(words(daily, now)).isEqualTo(words);
  }

  private static String words(Timing timing, Instant now) {
    Preferences wanted =
        new Preferences(Content.TRENDING, List.of(), 10, timing, Preferences.Format.HTML);
    Subscriber subscriber =
        new Subscriber(
            1,
            EmailAddress.of("ada@example.org"),
            Status.ACTIVE,
            wanted,
            now,
            timing.nextAfter(now));
    String words = DueWords.of(subscriber, now).toString();
    assertThat(words)
        .containsPattern("\\d\u00A0\\w+, at\u00A0\\d"); // so that neither is cut in two
    return words.replace('\u00A0', ' ');
  }

  @Test
  void oneADayOfTheWeekSaysThatItComesAgain() {
    Timing weekly =
        new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), Set.of(DayOfWeek.MONDAY));
    assertThat(words(weekly, Instant.parse("2026-11-24T20:00:00Z")))
        .isEqualTo("on Monday 30 November, at 07:00 (Europe/Oslo), then every Monday");
  }
}
