package dev.offprint.ledger;

import org.jdbi.v3.core.Handle;

/** Deliveries that came back. */
final class JdbiReturns {
  private JdbiReturns() {}

  /** When it was settled stays: that is when it was sent. */
  static boolean write(Handle handle, long id, Delivery.Status status, String why) {
    return handle
            .createUpdate(
                "update deliveries set status = :status, reason = :why where id = :id and status ="
                    + " 'SENT'")
            .bind("status", status.name())
            .bind("why", why)
            .bind("id", id)
            .execute()
        > 0;
  }
}
