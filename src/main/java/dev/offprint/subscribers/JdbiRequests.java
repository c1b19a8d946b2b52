package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was asked for subscribers who have left, in the table {@code requests}. */
final class JdbiRequests {
  private JdbiRequests() {}

  static Optional<Preferences> find(Handle handle, long subscriberId) {
    return handle
        .createQuery("select * from requests where subscriber_id = :id")
        .bind("id", subscriberId)
        .map((row, context) -> new JdbiSubscriberRows().preferences(row))
        .findOne();
  }

  static void write(Handle handle, long subscriberId, Preferences wanted, Instant now) {
    JdbiSubscriberRows.bind(
            handle.createUpdate(
                """
                insert into requests (subscriber_id, content, interests, maximum, at_time, zone, days,
                  format, language, asked_at)
                values (:id, :content, :interests, :maximum, :at, :zone, :days, :format, :language,
                  :now)\
                """),
            wanted)
        .bind("id", subscriberId)
        .bind("now", Instants.argument(now))
        .execute();
  }

  static void delete(Handle handle, long subscriberId) {
    handle
        .createUpdate("delete from requests where subscriber_id = :id")
        .bind("id", subscriberId)
        .execute();
  }

  static void deleteBefore(Handle handle, Instant before) {
    handle
        .createUpdate("delete from requests where asked_at < :before")
        .bind("before", Instants.argument(before))
        .execute();
  }

  /** What somebody agreed to before they came, by the operator's word. */
  static Optional<String> consent(Handle handle, long subscriberId) {
    return handle
        .createQuery("select consent from subscribers where id = :id and consent is not null")
        .bind("id", subscriberId)
        .mapTo(String.class)
        .findOne();
  }

  static void agree(Handle handle, long subscriberId, String consent) {
    handle
        .createUpdate("update subscribers set consent = :consent where id = :id")
        .bind("consent", consent)
        .bind("id", subscriberId)
        .execute();
  }
}
