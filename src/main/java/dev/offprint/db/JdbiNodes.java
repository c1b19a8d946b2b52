package dev.offprint.db;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The processes that share a database, in the table {@code nodes}. All times are the database's
 * own, so it does not matter what the nodes' clocks say.
 */
public final class JdbiNodes {
  /** Long enough to outlast a pause of Java and a short fault of the network. */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** As long as a frozen process may take to claim something and then die. */
  private static final int DAYS_KNOWN = 1;

  private final Jdbi jdbi;

  public JdbiNodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private static String until() {
    return String.format(
        Locale.ROOT, "current_timestamp + interval '%d' second", LEASE.toSeconds());
  }

  /** Adds a node with a lease. */
  void join(String name, String host, String version) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into nodes (name, host, version, since, lease_until) values (:name,"
                        + " :host, :version, current_timestamp, "
                        + until()
                        + ")")
                .bind("name", name)
                .bind("host", host)
                .bind("version", version)
                .execute());
  }

  /**
   * Renews the lease of a node.
   *
   * @return false when it has ended: then others may have what the node had claimed
   */
  boolean renew(String name) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update nodes set lease_until = "
                            + until()
                            + " where name = :name and lease_until > current_timestamp")
                    .bind("name", name)
                    .execute())
        == 1;
  }

  /** Forgets a node that has given back what it had claimed, and those that ended long ago. */
  void leave(String name) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    String.format(
                        Locale.ROOT,
                        "delete from nodes where name = :name or lease_until < current_timestamp -"
                            + " interval '%d' day",
                        DAYS_KNOWN))
                .bind("name", name)
                .execute());
  }

  /** Every node that is known, those that are alive first. */
  public List<Node> all() {
    return jdbi.withHandle(JdbiNodes::all);
  }

  private static List<Node> all(Handle handle) {
    return handle
        .createQuery(
            """
            select name, host, version, since, lease_until, lease_until > current_timestamp as alive
            from nodes order by alive desc, since, name\
            """)
        .map(
            (row, context) ->
                new Node(
                    row.getString("name"),
                    row.getString("host"),
                    row.getString("version"),
                    Instants.of(row, "since"),
                    Instants.of(row, "lease_until"),
                    row.getBoolean("alive")))
        .list();
  }

  /** Those that are alive; none in a database that has no such table yet. */
  static List<Node> alive(Handle handle) {
    try {
      return all(handle).stream().filter(Node::isAlive).toList();
    } catch (StatementException e) {
      return List.of();
    }
  }

  /**
   * A key that all nodes have in common: the first one that is offered.
   *
   * @param purpose a word that no other key has
   */
  public byte[] agreeOnKey(String purpose, byte[] offered) {
    try {
      return jdbi.inTransaction(
          handle -> {
            byte[] known = key(handle, purpose);
            if (known.length > 0) {
              return known;
            }
            handle
                .createUpdate("insert into shared_keys (purpose, secret) values (:purpose, :key)")
                .bind("purpose", purpose)
                .bind("key", offered)
                .execute();
            return offered.clone();
          });
    } catch (UnableToExecuteStatementException e) {
      if (UniqueViolation.in(e)) { // Another node was faster.
        return jdbi.withHandle(handle -> key(handle, purpose));
      }
      throw e;
    }
  }

  private static byte[] key(Handle handle, String purpose) {
    return handle
        .createQuery("select secret from shared_keys where purpose = :purpose")
        .bind("purpose", purpose)
        .map((row, context) -> row.getBytes("secret"))
        .findFirst()
        .orElseGet(() -> new byte[0]);
  }
}
