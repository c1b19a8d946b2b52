package dev.offprint.subscribers;

import dev.offprint.db.Database;
import dev.offprint.db.Instants;
import dev.offprint.groups.JdbiGroupMembers;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.util.Optional;

/** Puts subscribers and suppressions where a test wants them, past the rules. */
public final class Members {
  /** By which addresses that were forgotten are known again. */
  public static final LinkKey KEY = new LinkKey(new byte[32]);

  private final Standings standings;

  public Members(Standings standings) {
    this.standings = standings;
  }

  public static Members of(Database database) {
    return new Members(new JdbiStandings(database.jdbi(), new JdbiGroupMembers(), KEY));
  }

  /** The rules, over a database. */
  public static Membership membership(Database database, java.time.InstantSource clock) {
    return membership(database, KEY, clock);
  }

  /** The rules, over a database whose addresses that were forgotten are known by a key. */
  public static Membership membership(
      Database database, LinkKey key, java.time.InstantSource clock) {
    return new Membership(
        new JdbiStandings(database.jdbi(), new JdbiGroupMembers(), key),
        new JdbiFeedbackStore(database.jdbi()),
        clock);
  }

  /** Adds one; empty when the address is somebody's. */
  public Optional<Subscriber> add(
      EmailAddress address, Status status, Preferences preferences, Instant now) {
    return standings.decide(
        address,
        standing ->
            standing.subscriber().isPresent()
                ? Optional.empty()
                : Optional.of(standing.add(status, preferences, now)));
  }

  /** Says when somebody's next edition is due, if there is such a one. */
  public static void setNextDue(Database database, long id, Instant due) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update subscribers set next_due = ? where id = ?",
                    Instants.argument(due),
                    id));
  }

  /** Another status, and nothing else. */
  public void setStatus(long id, Status status, Instant now) {
    standings.decide(
        id, standing -> standing.kept(standing.subscriber().orElseThrow().with(status), now));
  }

  public void setPreferences(long id, Preferences preferences, Instant now) {
    standings.decide(
        id,
        standing -> standing.kept(standing.subscriber().orElseThrow().with(preferences, now), now));
  }

  /** A reason against an address, which leaves its subscriber alone. */
  public void suppress(Suppression suppression) {
    standings.decide(
        suppression.address(),
        standing -> {
          standing.suppress(suppression);
          return true;
        });
  }
}
