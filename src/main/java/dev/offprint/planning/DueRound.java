package dev.offprint.planning;

import dev.offprint.selection.Reader;
import dev.offprint.subscribers.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Some subscribers who are due, and all that choosing for them needs.
 *
 * @param due in the order of the store
 * @param days those of them who have no row yet, for each day
 */
record DueRound(List<Subscriber> due, List<DayReaders> days) {

  /**
   * Subscribers who have no row for a day.
   *
   * @param readers by subscriber
   */
  record DayReaders(LocalDate day, List<Subscriber> subscribers, Map<Long, Reader> readers) {

    static DayReaders read(
        LocalDate day, Collection<Subscriber> subscribers, ReaderProfiles readers) {
      Map<Long, Reader> left = readers.withoutEdition(subscribers, day);
      return new DayReaders(
          day,
          subscribers.stream().filter(subscriber -> left.containsKey(subscriber.id())).toList(),
          left);
    }
  }

  /** Looks up what is known of subscribers whose latest edition by {@code now} is to be planned. */
  static DueRound read(List<Subscriber> due, Instant now, ReaderProfiles readers) {
    Map<LocalDate, List<Subscriber>> byDay =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    subscriber -> subscriber.preferences().timing().latestDayAt(now),
                    TreeMap::new,
                    Collectors.toList()));
    List<DayReaders> days = new ArrayList<>();
    byDay.forEach((day, subscribers) -> days.add(DayReaders.read(day, subscribers, readers)));
    return new DueRound(due, days);
  }
}
