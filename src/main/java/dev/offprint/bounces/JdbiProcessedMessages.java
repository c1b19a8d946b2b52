package dev.offprint.bounces;

import dev.offprint.db.Instants;
import dev.offprint.db.UniqueViolation;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Processed messages in the database's table {@code returned_messages}. */
public final class JdbiProcessedMessages implements ProcessedMessages {
  private static final Duration KEPT = Duration.ofDays(90);

  private final Jdbi jdbi;

  public JdbiProcessedMessages(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean contains(String fingerprint) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select 1 from returned_messages where fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  @Override
  public void add(String fingerprint, Instant now) {
    try {
      jdbi.useTransaction(
          handle -> {
            handle
                .createUpdate("delete from returned_messages where processed_at < :before")
                .bind("before", Instants.argument(now.minus(KEPT)))
                .execute();
            handle
                .createUpdate("insert into returned_messages values (:fingerprint, :now)")
                .bind("fingerprint", fingerprint)
                .bind("now", Instants.argument(now))
                .execute();
          });
    } catch (UnableToExecuteStatementException e) {
      if (!UniqueViolation.in(e)) {
        throw e;
      }
    }
  }
}
