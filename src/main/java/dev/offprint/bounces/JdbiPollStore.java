package dev.offprint.bounces;

import dev.offprint.db.Instants;
import dev.offprint.db.UniqueViolation;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Looks into mailboxes in the database's table {@code mailbox_polls}. */
public final class JdbiPollStore implements PollStore {
  private static final int MAX_PROBLEM = 400;

  private final Jdbi jdbi;

  public JdbiPollStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void keep(String mailbox, Instant now, @Nullable String problem) {
    String answered = problem == null ? ", answered_at = :now" : "";
    String update =
        String.format(
            Locale.ROOT,
            "update mailbox_polls set polled_at = :now, problem = :problem%s where mailbox ="
                + " :mailbox",
            answered);
    String insert =
        "insert into mailbox_polls (mailbox, polled_at, problem, answered_at) values (:mailbox,"
            + String.format(Locale.ROOT, " :now, :problem, %s)", problem == null ? ":now" : "null");
    try {
      jdbi.useTransaction(
          handle -> {
            if (execute(handle, update, mailbox, now, problem) == 0) {
              execute(handle, insert, mailbox, now, problem);
            }
          });
    } catch (UnableToExecuteStatementException e) {
      if (!UniqueViolation.in(e)) { // Another process looked for the first time as well.
        throw e;
      }
    }
  }

  private static int execute(
      Handle handle, String statement, String mailbox, Instant now, @Nullable String problem) {
    return handle
        .createUpdate(statement)
        .bind("mailbox", mailbox)
        .bind("now", Instants.argument(now))
        .bind(
            "problem",
            problem == null || problem.length() <= MAX_PROBLEM
                ? problem
                : problem.substring(0, MAX_PROBLEM))
        .execute();
  }

  @Override
  public Optional<Poll> last(String mailbox) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select polled_at, answered_at, problem from mailbox_polls where mailbox ="
                        + " :mailbox")
                .bind("mailbox", mailbox)
                .map(
                    (row, context) ->
                        new Poll(
                            Instants.of(row, "polled_at"),
                            Instants.orNull(row, "answered_at"),
                            row.getString("problem")))
                .findOne());
  }
}
