package dev.offprint.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.Instants;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryCountsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");

  private static Database filled(TestDatabase kind) {
    Database database = kind.fresh();
    database
        .jdbi()
        .useHandle(
            handle -> {
              for (int id = 1; id <= 4; id++) {
                reader(handle, id, id == 4 ? "PAUSED" : "ACTIVE", SEVEN.plusSeconds(60L * id));
              }
              edition(handle, 1, MONDAY, "SENT", "250 taken", null);
              edition(handle, 2, MONDAY, "SKIPPED", "nothing matches", null);
              edition(handle, 3, MONDAY, "SKIPPED", "nothing matches", null);
              edition(handle, 4, MONDAY, "SKIPPED", "paused before it was sent", null);
              edition(handle, 1, MONDAY.minusDays(1), "FAILED", "550 no", null);
              edition(handle, 2, MONDAY.minusDays(2), "BOUNCED", "550 gone", null);
              edition(handle, 3, MONDAY.minusDays(9), "FAILED", "550 long ago", null);
              edition(handle, 3, MONDAY.plusDays(1), "DEFERRED", "later", SEVEN.plusSeconds(300));
              edition(handle, 1, null, "PLANNED", null, SEVEN);
              edition(handle, 2, null, "FAILED", "550 a notice", null);
              handle.execute(
                  "insert into forgotten_deliveries (counted_day, status, deliveries) values (?,"
                      + " 'SENT', 5)",
                  MONDAY);
            });
    return database;
  }

  private static void reader(Handle handle, int id, String status, Instant due) {
    handle.execute(
        """
        insert into subscribers (id, address, address_key, status, content, maximum, at_time, zone, days, format,
          created_at, next_due)
        values (?, ?, ?, ?, 'TRENDING', 10, time '07:00:00', 'Etc/UTC', 'MON', 'HTML', ?, ?)\
        """,
        id,
        "reader" + id + "@example.org",
        "reader" + id + "@example.org",
        status,
        Instants.argument(SEVEN),
        Instants.argument(due));
  }

  private static void edition(
      Handle handle,
      int reader,
      @Nullable LocalDate day,
      String status,
      @Nullable String reason,
      @Nullable Instant next) {
    handle
        .createUpdate(
            """
            insert into deliveries (subscriber_id, kind, edition_day, status, reason, message_id, planned_at,
              next_attempt_at, attempts, settled_at)
            values (:reader, :kind, :day, :status, :reason, '<m>', :planned, :next, 0, :settled)\
            """)
        .bind("reader", reader)
        .bind("kind", day == null ? "LINK" : "EDITION")
        .bind("day", day)
        .bind("status", status)
        .bind("reason", reason)
        .bind("planned", Instants.argument(SEVEN.minusSeconds(10L * reader)))
        .bind("next", next == null ? null : Instants.argument(next))
        .bind(
            "settled",
            next != null || day == null
                ? null
                : Instants.argument(day.atTime(7, 0).toInstant(java.time.ZoneOffset.UTC)))
        .execute();
  }

  @ParameterizedTest
  @EnumSource
  void aDayIsCountedByStatusWithThoseWhoAreForgotten(TestDatabase kind) {
    try (Database database = filled(kind)) {
      DeliveryCounts counts = new JdbiDeliveryCounts(database.jdbi());
      assertThat(counts.on(MONDAY)).isEqualTo(Map.of(Status.SENT, 6, Status.SKIPPED, 3));
      assertThat(counts.on(MONDAY.plusDays(7))).isEmpty();
      assertThat(counts.skipped(MONDAY, 6))
          .containsExactly(
              Map.entry("nothing matches", 2), Map.entry("paused before it was sent", 1));
      assertThat(counts.skipped(MONDAY, 1)).containsExactly(Map.entry("nothing matches", 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWaitsIsCounted(TestDatabase kind) {
    try (Database database = filled(kind)) {
      assertThat(new JdbiDeliveryCounts(database.jdbi()).waiting())
          .isEqualTo(
              new DeliveryCounts.Waiting(
                  2, Optional.of(SEVEN.minusSeconds(30)), Optional.of(SEVEN)));
    }
    try (Database empty = kind.fresh()) {
      assertThat(new JdbiDeliveryCounts(empty.jdbi()).waiting())
          .isEqualTo(new DeliveryCounts.Waiting(0, Optional.empty(), Optional.empty()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWentWrongComesLastFirst(TestDatabase kind) {
    try (Database database = filled(kind)) {
      DeliveryCounts counts = new JdbiDeliveryCounts(database.jdbi());
      List<Delivery> troubled = counts.troubled(MONDAY.minusDays(6), 10);
      assertThat(troubled)
          .extracting(delivery -> delivery.progress().reason())
          .containsExactly("550 a notice", "550 no", "550 gone");
      assertThat(counts.troubled(MONDAY.minusDays(6), 1)).isEqualTo(troubled.subList(0, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void subscribersAreCountedAsTheyAreWhenAllAreRead(TestDatabase kind) {
    try (Database database = filled(kind)) {
      var store = new JdbiSubscriberStore(database.jdbi());
      var overview = store.overview(SEVEN.plusSeconds(120));
      assertThat(overview.counts())
          .isEqualTo(Map.of(Subscriber.Status.ACTIVE, 3, Subscriber.Status.PAUSED, 1));
      assertThat(overview.due()).isEqualTo(2);
      assertThat(overview.nextDue()).hasValue(SEVEN.plusSeconds(60));
    }
    try (Database empty = kind.fresh()) {
      assertThat(new JdbiSubscriberStore(empty.jdbi()).overview(SEVEN).nextDue()).isEmpty();
    }
  }
}
