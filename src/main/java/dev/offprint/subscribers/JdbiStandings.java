package dev.offprint.subscribers;

import dev.offprint.db.UniqueViolation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Standings in the database. */
public final class JdbiStandings implements Standings {
  private final Jdbi jdbi;
  private final JdbiStanding.Beside beside;

  /**
   * All of a database.
   *
   * @param joining of groups, which is decided in the same transactions
   * @param key by which an address that was forgotten is known again
   */
  public JdbiStandings(Jdbi jdbi, JdbiJoining joining, LinkKey key) {
    this.jdbi = jdbi;
    this.beside = new JdbiStanding.Beside(joining, new JdbiFormerSubscribers(key));
  }

  @Override
  public <T> T decide(EmailAddress address, Function<Standing, T> decision) {
    return onceMore(
        () -> changing(handle -> decision.apply(JdbiStanding.of(handle, beside, address))));
  }

  @Override
  public <T> Optional<T> decide(long subscriberId, Function<Standing, T> decision) {
    return onceMore(
        () -> changing(handle -> JdbiStanding.of(handle, beside, subscriberId).map(decision)));
  }

  @Override
  public <T> List<T> decideAll(List<EmailAddress> addresses, Function<Standing, T> decision) {
    if (addresses.isEmpty()) {
      return List.of();
    }
    return onceMore(
        () ->
            changing(
                handle ->
                    JdbiStanding.all(handle, beside, addresses).stream()
                        .<T>map(decision)
                        .toList()));
  }

  /** One transaction, of which those know that hold what they read of subscribers in hand. */
  private <T> T changing(Function<Handle, T> transaction) {
    return jdbi.inTransaction(
        handle -> {
          T result = transaction.apply(handle);
          changed(handle);
          return result;
        });
  }

  /**
   * Counts a change, in the table {@code recipient_changes}. To be the last statement of its
   * transaction: others wait for the row until that ends.
   */
  static void changed(Handle handle) {
    handle.createUpdate("update recipient_changes set changes = changes + 1").execute();
  }

  /** As {@link SubscriberStore#changes}. */
  static long changes(Handle handle) {
    // Asked before each mail, so by the shortest way.
    return handle
        .createQuery("select changes from recipient_changes")
        .map((row, context) -> row.getLong(1))
        .one();
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
    changing(
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
    return changing(
        handle -> {
          beside.joining().forgetBefore(handle, before);
          return JdbiErasing.eraseUnconfirmed(handle, before, asked);
        });
  }

  @Override
  public int forget(Instant before, Counting counting) {
    return changing(handle -> JdbiErasing.forgetFormer(handle, beside, before, counting));
  }
}
