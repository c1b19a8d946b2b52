package dev.offprint.digests;

import dev.offprint.messages.Message;
import dev.offprint.subscribers.Timing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Days as a sentence has them. */
public final class Days {
  private Days() {}

  /** Such as {@code every Tuesday}, {@code on weekdays}, {@code on Monday and Friday}. */
  public static Message of(Set<DayOfWeek> days) {
    List<DayOfWeek> inOrder = days.stream().sorted().toList();
    if (inOrder.size() == 1) {
      return Message.of("days.one", inOrder);
    }
    if (days.equals(Timing.DAILY)) {
      return Message.of("days.daily");
    }
    return days.equals(Timing.WEEKDAYS)
        ? Message.of("days.weekdays")
        : Message.of("days.some", inOrder);
  }

  /** Such as {@code 27 May}, with its year if that is not the year of another day. */
  static Message day(LocalDate day, LocalDate other) {
    return Message.of(day.getYear() == other.getYear() ? "pattern.day" : "pattern.day.year", day);
  }

  /** Such as {@code Friday}; a week or more before another day as {@link #day} has it. */
  static Message past(LocalDate past, LocalDate day) {
    return past.isAfter(day.minusDays(7))
        ? Message.of("pattern.weekday.name", past)
        : day(past, day);
  }
}
