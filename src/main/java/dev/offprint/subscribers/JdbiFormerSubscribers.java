package dev.offprint.subscribers;

import dev.offprint.db.Instants;
import dev.offprint.subscribers.Suppression.Origin;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code former_subscribers}: who left and was forgotten, by a keyed hash of the address.
 * Nobody can list whom it holds; whoever has the address and the key can ask about it.
 */
final class JdbiFormerSubscribers {
  private static final int NOT_COUNTED = -1;

  private final HmacSha256 key;

  JdbiFormerSubscribers(LinkKey key) {
    this.key = key.derived("former subscribers");
  }

  private String hash(EmailAddress address) {
    return HexFormat.of().formatHex(key.of(address.key().getBytes(StandardCharsets.UTF_8)));
  }

  /** Why an address must not be mailed whose subscriber was forgotten. */
  Optional<Suppression> find(Handle handle, EmailAddress address) {
    return handle
        .createQuery(
            "select origin, left_at, mails, last_mailed from former_subscribers where"
                + " address_hash = :hash")
        .bind("hash", hash(address))
        .map((row, context) -> suppression(address, row))
        .findOne();
  }

  /** The same of many, by the keys of the addresses. */
  Map<String, Suppression> find(Handle handle, List<EmailAddress> addresses) {
    Map<String, EmailAddress> byHash = new HashMap<>();
    addresses.forEach(address -> byHash.put(hash(address), address));
    Map<String, Suppression> found = new HashMap<>();
    handle
        .createQuery(
            "select address_hash, origin, left_at, mails, last_mailed from former_subscribers where"
                + " address_hash in (<hashes>)")
        .bindList("hashes", List.copyOf(byHash.keySet()))
        .map(
            (row, context) ->
                suppression(Objects.requireNonNull(byHash.get(row.getString("address_hash"))), row))
        .forEach(suppression -> found.put(suppression.address().key(), suppression));
    return found;
  }

  private static Suppression suppression(EmailAddress address, ResultSet row) throws SQLException {
    Origin origin = Origin.valueOf(row.getString("origin"));
    return new Suppression(
        address,
        origin,
        inWords(origin)
            + "; forgotten since then but for a keyed hash of the address"
            + mailed(row.getInt("mails"), row.getObject("last_mailed", LocalDate.class)),
        Instants.of(row, "left_at"));
  }

  private static String inWords(Origin origin) {
    return switch (origin) {
      case UNSUBSCRIBE -> "unsubscribed";
      case COMPLAINT -> "complained";
      case HARD_BOUNCE, SOFT_BOUNCES -> "mails came back";
      case OPERATOR -> "suppressed by the operator";
    };
  }

  private static String mailed(int mails, @Nullable LocalDate last) {
    if (mails == NOT_COUNTED) {
      return "";
    }
    return last == null
        ? "; no mail is on record"
        : String.format(
            Locale.ROOT,
            "; %d %s sent to it, the last on %s",
            mails,
            mails == 1 ? "mail was" : "mails were",
            last);
  }

  /**
   * Writes down who left, in place of their suppression.
   *
   * @param sent what they were sent, where it was counted
   */
  void write(Handle handle, Suppression left, Optional<Standings.Sent> sent) {
    delete(handle, left.address());
    handle
        .createUpdate(
            """
            insert into former_subscribers (address_hash, origin, left_at, mails, last_mailed)
            values (:hash, :origin, :left, :mails, :last)\
            """)
        .bind("hash", hash(left.address()))
        .bind("origin", left.origin().name())
        .bind("left", Instants.argument(left.since()))
        .bind("mails", sent.map(Standings.Sent::mails).orElse(NOT_COUNTED))
        .bindByType("last", sent.map(Standings.Sent::last).orElse(null), LocalDate.class)
        .execute();
  }

  void delete(Handle handle, EmailAddress address) {
    handle
        .createUpdate("delete from former_subscribers where address_hash = :hash")
        .bind("hash", hash(address))
        .execute();
  }
}
