package dev.offprint.sources.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as programs and people write them. */
class FeedDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, May 25 2020 04:45:26 +0000       | 2020-05-25T04:45:26Z",
        "Mon May 25 04:45:26 UTC 2020          | 2020-05-25T04:45:26Z",
        "Mon May 25 04:45:26 +0000 2020        | 2020-05-25T04:45:26Z",
        "Fri, 19 Nov 2021 01:45:08 +02:00      | 2021-11-18T23:45:08Z",
        "Fri, 19 Nov 2021 01:45:08 GMT+0200    | 2021-11-18T23:45:08Z",
        "Fri, 19 Nov 21 01:45:08 CEST          | 2021-11-18T23:45:08Z",
        "19 Nov 2021 23:45 EST                 | 2021-11-20T04:45:00Z",
        "2022-12-14T22:02:55                   | 2022-12-14T22:02:55Z",
        "2022-12-14 22:02:55.250 +0100         | 2022-12-14T21:02:55.250Z",
        "2025-05-16T10:00:00+0200              | 2025-05-16T08:00:00Z",
        "2025-05-16T10:00+02                   | 2025-05-16T08:00:00Z",
        "20250516T100000Z                      | 2025-05-16T10:00:00Z",
        "20250516                              | 2025-05-16T00:00:00Z",
        "Fri, 16 May 2025                      | 2025-05-16T00:00:00Z",
        "Fri, 16 May 2025 10:00:00             | 2025-05-16T10:00:00Z",
        "Friday, May 16, 2025 - 10:00          | 2025-05-16T10:00:00Z",
        "May 16th, 2025 at 10:00 pm            | 2025-05-16T22:00:00Z",
        "5/16/2025 12:30:00 AM                 | 2025-05-16T00:30:00Z",
        "5/6/2025 1:30:00 PM                   | 2025-05-06T13:30:00Z",
        "16/05/2025                            | 2025-05-16T00:00:00Z",
        "06.05.2025 10:00                      | 2025-05-06T10:00:00Z",
        "16-May-2025                           | 2025-05-16T00:00:00Z",
        "2025/5/6                              | 2025-05-06T00:00:00Z",
        "2025 May 16                           | 2025-05-16T00:00:00Z",
        "16. Mai 2025                          | 2025-05-16T00:00:00Z",
        "16 février 2025                       | 2025-02-16T00:00:00Z",
        "16 de mayo de 2025                    | 2025-05-16T00:00:00Z",
        "2025年5月16日                          | 2025-05-16T00:00:00Z",
        "2025-05-16T24:00:00Z                  | 2025-05-17T00:00:00Z",
        "Tues, 30 Jun 2015 23:59:60 GMT        | 2015-06-30T23:59:59Z",
        "Sept 3, 2024                          | 2024-09-03T00:00:00Z",
        "1518478934                            | 2018-02-12T23:42:14Z",
        "1518478934000                         | 2018-02-12T23:42:14Z"
      })
  void aDateIsReadInWhateverForm(String text, OffsetDateTime instant) {
    assertThat(Objects.requireNonNull(FeedDates.read(text)).toInstant())
        .isEqualTo(instant.toInstant());
    assertThat(FeedDates.days(text))
        .isEqualTo(FeedDays.of(instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05            | 2026-05-01 | 2026-05-31",
        "2026-05-00         | 2026-05-01 | 2026-05-31",
        "May 2018           | 2018-05-01 | 2018-05-31",
        "December 2025      | 2025-12-01 | 2025-12-31",
        "Dezember 2025      | 2025-12-01 | 2025-12-31",
        "05/2018            | 2018-05-01 | 2018-05-31",
        "2025年12月          | 2025-12-01 | 2025-12-31",
        "Jan-Feb 2024       | 2024-01-01 | 2024-02-29",
        "2024               | 2024-01-01 | 2024-12-31",
        "Spring 2024        | 2024-01-01 | 2024-12-31",
        "Q3 2024            | 2024-01-01 | 2024-12-31"
      })
  void aMonthOrAYearAloneIsNoDay(String text, LocalDate first, LocalDate last) {
    assertThat(FeedDates.days(text)).isEqualTo(new FeedDays(first, last));
    assertThat(FeedDates.read(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "last week",
        "03/04/2026",
        "2026-02-30",
        "2026-13-01",
        "32 May 2026",
        "May 16",
        "16 May",
        "May 16 2025 and June 3 2025",
        "-0044-03-15",
        "+999999999-12-31",
        "Mon, 1 Jan 0001 10:00:00 GMT",
        "12345678901",
        "Spring 999999999992026",
        "Q3 026",
        "May 999999999992026",
        "16 May 999999999992026",
        "999999999992026 May 16",
        "10:00:00"
      })
  void whatIsNoDateOrMayBeTwoIsNone(String text) {
    assertThat(FeedDates.read(text)).isNull();
    assertThat(FeedDates.days(text)).isNull();
  }

  @Property(tries = 2_000, seed = "2026")
  void everyDayIsReadBackFromEveryForm(
      @ForAll("days") LocalDate day, @ForAll("forms") String form) {
    String text = day.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH));

    assertThat(FeedDates.days(text)).as(text).isEqualTo(FeedDays.of(day));
  }

  @Property(tries = 5_000, seed = "2026")
  void anyTextIsADateOrNone(@ForAll String text) {
    @Nullable FeedDays days = FeedDates.days(text);
    assertThat(days == null || !days.last().isBefore(days.first())).isTrue();
  }

  @Property(tries = 5_000, seed = "2026")
  void aDamagedDateIsADateOrNone(
      @ForAll("days") LocalDate day,
      @ForAll("damagedForms") String form,
      @ForAll @IntRange(max = 30) int at,
      @ForAll("scraps") String scrap) {
    String text = day.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
    int cut = Math.min(at, text.length());
    String damaged = text.substring(0, cut) + scrap + text.substring(cut);

    @Nullable FeedDays days = FeedDates.days(damaged);
    assertThat(days == null || !days.last().isBefore(days.first())).as(damaged).isTrue();
  }

  @Test
  void theDayWhereItWasWrittenIsKept() {
    OffsetDateTime read = Objects.requireNonNull(FeedDates.read("2026-03-04T00:00:00-05:00"));
    assertThat(read.toLocalDate()).isEqualTo("2026-03-04");
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1950, 1, 1).toEpochDay(), LocalDate.of(2049, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(
        "99999999999", "-", "+99:99", "T99:99:99", "٣", "²", "/", "Q4", "pm", " May ");
  }

  @Provide
  Arbitrary<String> damagedForms() {
    return Arbitraries.oneOf(
        forms(), Arbitraries.of("'Spring' yyyy", "MMM yyyy", "yyyy", "yyyy-MM"));
  }

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of(
        "yyyy-MM-dd",
        "yyyyMMdd",
        "yyyy/MM/dd",
        "yyyy.MM.dd",
        "dd.MM.yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "EEE, dd MMM yyyy",
        "EEEE, MMMM d, yyyy",
        "MMM d, yyyy",
        "dd-MMM-yyyy",
        "dd MMM yy",
        "yyyy MMM dd",
        "EEE, dd MMM yyyy '12:00:00' 'GMT'",
        "yyyy-MM-dd'T12:00:00Z'",
        "EEE MMM dd '12:00:00' 'UTC' yyyy");
  }
}
