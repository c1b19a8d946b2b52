package dev.offprint.cli.console;

import dev.offprint.subscribers.Timing;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Days of the week as people write them: {@code daily}, {@code mon-fri}, {@code mon,wed,fri}.
 *
 * @param days at least one
 */
public record Weekdays(Set<DayOfWeek> days) {
  public Weekdays {
    days = Set.copyOf(days);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with a reason for the operator
   */
  public static Weekdays of(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    if (typed.equals("daily")) {
      return new Weekdays(Timing.DAILY);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : typed.split(",", -1)) {
      String[] ends = part.split("-", -1);
      if (ends.length > 2) {
        throw unknown(part);
      }
      DayOfWeek last = day(ends[ends.length - 1]);
      for (DayOfWeek day = day(ends[0]); ; day = day.plus(1)) {
        days.add(day);
        if (day == last) {
          break;
        }
      }
    }
    return new Weekdays(days);
  }

  /**
   * Reads one: its name, or three letters of it or more.
   *
   * @throws IllegalArgumentException with a reason for the operator
   */
  public static DayOfWeek one(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "%s is no day of the week; write mon or Monday",
                        Text.quoted(text))));
  }

  private static DayOfWeek day(String text) {
    return find(text).orElseThrow(() -> unknown(text.strip()));
  }

  private static Optional<DayOfWeek> find(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> name.length() >= 3 && day.name().toLowerCase(Locale.ROOT).startsWith(name))
        .findFirst();
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s is no day of the week; write daily, mon-fri or mon,wed,fri",
            Text.quoted(name)));
  }

  /** The shortest way to write them. */
  public static String write(Set<DayOfWeek> days) {
    List<DayOfWeek> sorted = days.stream().sorted().toList();
    if (sorted.size() == DayOfWeek.values().length) {
      return "daily";
    }
    DayOfWeek first = sorted.getFirst();
    DayOfWeek last = sorted.getLast();
    return sorted.size() > 2 && last.getValue() - first.getValue() == sorted.size() - 1
        ? brief(first) + "-" + brief(last)
        : sorted.stream().map(Weekdays::brief).collect(Collectors.joining(","));
  }

  private static String brief(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
