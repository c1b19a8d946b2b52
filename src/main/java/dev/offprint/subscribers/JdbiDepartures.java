package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Those who left, among the suppressions, so that a list of these has them too. */
public final class JdbiDepartures {
  private JdbiDepartures() {}

  /** Writes down that somebody left, unless there is a reason already not to mail them. */
  static void write(Handle handle, EmailAddress address, Instant now) {
    handle
        .createUpdate(
            """
            insert into suppressions (address_key, address, origin, reason, created_at)
            select :key, :address, 'UNSUBSCRIBE', 'unsubscribed', cast(:now as timestamp with time zone)
            where not exists (select 1 from suppressions where address_key = :key)
            """)
        .bind("key", address.key())
        .bind("address", address.toString())
        .bind("now", Instants.argument(now))
        .execute();
  }

  /** Forgets that somebody left; every other reason stays. */
  public static void forget(Handle handle, EmailAddress address) {
    handle
        .createUpdate(
            "delete from suppressions where address_key = :key and origin = 'UNSUBSCRIBE'")
        .bind("key", address.key())
        .execute();
  }
}
