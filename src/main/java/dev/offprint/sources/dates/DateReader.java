package dev.offprint.sources.dates;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date in whatever form programs and people write it: numbers in the order year, month, day
 * or the other way round, the month as a word in one of several languages, with a time and a zone
 * or without. What may be two dates, such as 03/04/2026, is none.
 */
final class DateReader {
  private static final int LONGEST = 100;
  private static final Pattern SECONDS = Pattern.compile("\\d{10}|\\d{13}");
  private static final Pattern BASIC =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})Z?)?");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(\\d{1,4})(?:\\s*[-/. 年]\\s*(\\d{1,4}))?(?:\\s*[-/. 月]\\s*(\\d{1,4}))?[.日月年]?");
  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d+");
  private static final Pattern ORDINAL =
      Pattern.compile("(?<=\\d)(?:st|nd|rd|th|er|\\.?[ºª°])(?!\\p{L})", Pattern.CASE_INSENSITIVE);
  private static final Set<String> SEASONS =
      Set.of("spring", "summer", "autumn", "fall", "winter", "q1", "q2", "q3", "q4");

  private DateReader() {}

  /**
   * What was read.
   *
   * @param start the instant, as it was written; the beginning of the day when no time was
   * @param last the last day that is meant; after that of {@code start} when no day was written
   */
  record Read(OffsetDateTime start, LocalDate last) {
    boolean isExact() {
      return start.toLocalDate().equals(last);
    }
  }

  /** Reads it; empty when it is no date, or not surely one. */
  static Optional<Read> read(String text) {
    String date = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (date.isEmpty() || date.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return SECONDS.matcher(date).matches() ? Optional.of(instant(date)) : written(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds or milliseconds since 1970. */
  private static Read instant(String digits) {
    long number = Long.parseLong(digits);
    Instant instant =
        digits.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    OffsetDateTime start = instant.atOffset(ZoneOffset.UTC);
    return new Read(start, start.toLocalDate());
  }

  private static Optional<Read> written(String text) {
    TimeOfDay time = TimeOfDay.in(text);
    String date = ORDINAL.matcher(time.rest()).replaceAll("").strip();
    Matcher basic = BASIC.matcher(date);
    if (basic.matches()) {
      TimeOfDay written =
          basic.group(4) == null
              ? time
              : TimeOfDay.in(
                  String.format(
                      Locale.ROOT, "%s:%s:%s", basic.group(4), basic.group(5), basic.group(6)));
      return day(number(basic, 1), number(basic, 2), number(basic, 3), written);
    }
    Matcher numbers = NUMBERS.matcher(date);
    return numbers.matches() ? numeric(numbers, date, time) : inWords(date, time);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<Read> numeric(Matcher numbers, String date, TimeOfDay time) {
    int first = number(numbers, 1);
    boolean yearFirst = numbers.group(1).length() == 4;
    if (numbers.group(2) == null) {
      return yearFirst ? year(first) : Optional.empty();
    }
    int second = number(numbers, 2);
    if (numbers.group(3) == null) {
      return yearFirst || numbers.group(2).length() != 4
          ? months(first, second, second)
          : months(second, first, first);
    }
    int third = number(numbers, 3);
    if (yearFirst) {
      return day(first, second, third, time);
    }
    if (numbers.group(3).length() != 4) {
      return Optional.empty();
    }
    boolean american = time.isAmerican() && date.contains("/");
    if (date.contains(".") || first > 12 || first == second) {
      return day(third, second, first, time);
    }
    return american || second > 12 ? day(third, first, second, time) : Optional.empty();
  }

  private static Optional<Read> inWords(String date, TimeOfDay time) {
    List<Integer> months = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    boolean season = false;
    Matcher words = WORD.matcher(date.replaceAll("(?i)\\bq([1-4])\\b", " spring "));
    while (words.find()) {
      String word = words.group();
      Optional<Month> month = DateWords.month(word);
      if (Character.isDigit(word.charAt(0))) {
        numbers.add(word);
      } else if (month.isPresent()) {
        months.add(month.get().getValue());
      } else if (SEASONS.contains(word.toLowerCase(Locale.ROOT))) {
        season = true;
      } else if (!word.equals("T") && !DateWords.isIdle(word)) {
        return Optional.empty();
      }
    }
    if (season && months.isEmpty() && numbers.size() == 1) {
      return year(fullYear(numbers.getFirst()));
    }
    return months.isEmpty() ? Optional.empty() : inWords(months, numbers, time);
  }

  private static Optional<Read> inWords(
      List<Integer> months, List<String> numbers, TimeOfDay time) {
    if (numbers.size() == 1 && numbers.getFirst().length() == 4) {
      return months(Integer.parseInt(numbers.getFirst()), months.getFirst(), months.getLast());
    }
    if (numbers.size() != 2 || months.size() != 1) {
      return Optional.empty();
    }
    boolean yearFirst = numbers.getFirst().length() == 4;
    String year = yearFirst ? numbers.getFirst() : numbers.getLast();
    String day = yearFirst ? numbers.getLast() : numbers.getFirst();
    return day.length() > 2
        ? Optional.empty()
        : day(fullYear(year), months.getFirst(), Integer.parseInt(day), time);
  }

  /** RFC 5322, section 4.3: two digits are of the years from 1950 to 2049. */
  private static int fullYear(String year) {
    return switch (year.length()) {
      case 4 -> Integer.parseInt(year);
      case 2 -> Integer.parseInt(year) + (Integer.parseInt(year) < 50 ? 2000 : 1900);
      default -> throw new DateTimeException("No year has " + year.length() + " digits: " + year);
    };
  }

  private static Optional<Read> year(int year) {
    return months(year, 1, 12);
  }

  /** A zero stands for a month that is not known. */
  private static Optional<Read> months(int year, int first, int last) {
    if (first == 0) {
      return year(year);
    }
    LocalDate start = LocalDate.of(year, first, 1);
    LocalDate end = YearMonth.of(year, Math.max(first, last)).atEndOfMonth();
    return Optional.of(new Read(start.atStartOfDay().atOffset(ZoneOffset.UTC), end));
  }

  /** A zero stands for a day that is not known. */
  private static Optional<Read> day(int year, int month, int day, TimeOfDay time) {
    if (day == 0) {
      return months(year, month, month);
    }
    OffsetDateTime start = time.on(LocalDate.of(year, month, day));
    return Optional.of(new Read(start, start.toLocalDate()));
  }
}
