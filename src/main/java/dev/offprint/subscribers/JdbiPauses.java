package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Pauses that end by themselves. */
final class JdbiPauses {
  /** From a first day on, or H2 goes through the empty ones: one for each who is not paused. */
  static final String ENDED =
      "select * from subscribers where paused_until between :first and :day and status = 'PAUSED'"
          + " order by id";

  private JdbiPauses() {}

  static int end(Handle handle, Instant now) {
    // The day it is where days begin first; whose has not begun yet is left out below.
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.MAX);
    List<Subscriber> ended =
        handle
            .createQuery(ENDED)
            .bind("first", LocalDate.EPOCH)
            .bind("day", day)
            .scanResultSet(new JdbiSubscriberRows()::read)
            .stream()
            .filter(subscriber -> !begins(subscriber).isAfter(now))
            .toList();
    if (ended.isEmpty()) {
      return 0;
    }
    var batch =
        handle.prepareBatch(
            """
            update subscribers set status = 'ACTIVE', paused_until = null, next_due = :due
            where id = :id and status = 'PAUSED' and paused_until = :until\
            """);
    for (Subscriber subscriber : ended) {
      Instant due = subscriber.dueAfterPause(Objects.requireNonNull(subscriber.pausedUntil()));
      batch
          .bind("due", Instants.argument(due))
          .bind("id", subscriber.id())
          .bind("until", subscriber.pausedUntil())
          .add();
    }
    int active = 0;
    for (int changed : batch.execute()) {
      active += changed;
    }
    return active;
  }

  private static Instant begins(Subscriber paused) {
    ZoneId zone = paused.preferences().timing().zone();
    return Objects.requireNonNull(paused.pausedUntil()).atStartOfDay(zone).toInstant();
  }
}
