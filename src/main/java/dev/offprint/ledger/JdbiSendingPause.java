package dev.offprint.ledger;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Whether anything is sent, in the one row of the table {@code sending_pause}: all processes that
 * share the database read it whenever they claim.
 */
final class JdbiSendingPause {
  private JdbiSendingPause() {}

  static Optional<Instant> since(Handle handle) {
    return handle
        .createQuery("select since from sending_pause where since is not null")
        .map((row, context) -> Instants.of(row, "since"))
        .findFirst();
  }

  static boolean begin(Handle handle, Instant now) {
    return handle
            .createUpdate("update sending_pause set since = :now where since is null")
            .bind("now", Instants.argument(now))
            .execute()
        > 0;
  }

  static Optional<Instant> end(Handle handle, Instant now) {
    Optional<Instant> since = since(handle);
    since.ifPresent(
        paused -> {
          handle.createUpdate("update sending_pause set since = null").execute();
          // What a relay said before stays: it may have told that it has the mail.
          handle
              .createUpdate(
                  """
                  update deliveries set reason = :why
                  where status = 'PLANNED' and reason is null and next_attempt_at <= :now\
                  """)
              .bind("why", "sending was paused since " + said(paused) + ", until " + said(now))
              .bind("now", Instants.argument(now))
              .execute();
        });
    return since;
  }

  private static Instant said(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
