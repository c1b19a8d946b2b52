package dev.offprint.subscribers;

import dev.offprint.db.UniqueViolation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Standings in the database. */
public final class JdbiStandings implements Standings {
  private final Jdbi jdbi;
  private final JdbiJoining joining;

  /**
   * @param joining of groups, which is decided in the same transactions
   */
  public JdbiStandings(Jdbi jdbi, JdbiJoining joining) {
    this.jdbi = jdbi;
    this.joining = joining;
  }

  @Override
  public <T> T decide(EmailAddress address, Function<Standing, T> decision) {
    return onceMore(
        () ->
            jdbi.inTransaction(
                handle -> decision.apply(JdbiStanding.of(handle, joining, address))));
  }

  @Override
  public <T> Optional<T> decide(long subscriberId, Function<Standing, T> decision) {
    return onceMore(
        () ->
            jdbi.inTransaction(
                handle -> JdbiStanding.of(handle, joining, subscriberId).map(decision)));
  }

  /** Nobody's row can be locked before it is there; who comes second sees it the next time. */
  private static <T> T onceMore(Supplier<T> transaction) {
    try {
      return transaction.get();
    } catch (UnableToExecuteStatementException e) {
      if (UniqueViolation.in(e)) {
        return transaction.get();
      }
      throw e;
    }
  }

  @Override
  public void silence(long subscriberId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update subscribers set status = 'UNSUBSCRIBED', paused_until = null where id ="
                        + " :id")
                .bind("id", subscriberId)
                .execute());
  }

  @Override
  public int eraseUnconfirmed(Instant before, Asked asked) {
    return jdbi.inTransaction(
        handle -> {
          joining.forgetBefore(handle, before);
          return JdbiErasing.eraseUnconfirmed(handle, before, asked);
        });
  }
}
