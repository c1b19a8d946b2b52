package dev.offprint.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** What came back, in the table {@code deliveries}. */
final class JdbiReturnStore implements ReturnStore {
  private final Jdbi jdbi;
  private final MessageIds messageIds;

  JdbiReturnStore(Jdbi jdbi, MessageIds messageIds) {
    this.jdbi = jdbi;
    this.messageIds = messageIds;
  }

  @Override
  public Optional<Delivery> findByMessageId(String messageId) {
    OptionalLong subscriber = MessageIds.subscriber(messageId);
    return jdbi.withHandle(
        handle ->
            JdbiDeliveryRows.first(
                handle,
                // Subscribers have few rows. Ids of before they were numbered are looked for in
                // all.
                (subscriber.isPresent()
                        ? " where subscriber_id = :subscriber and message_id = :messageId"
                        : " where message_id = :messageId")
                    + " order by id fetch first row only",
                subscriber.isPresent()
                    ? Map.of("subscriber", subscriber.getAsLong(), "messageId", messageId)
                    : Map.of("messageId", messageId)));
  }

  @Override
  public Optional<Delivery> findByToken(String token) {
    return findByMessageId(messageIds.of(token));
  }

  /** When it was settled stays, as that is when it was sent. */
  @Override
  public boolean returned(long id, Delivery.Status status, String why) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update deliveries set status = :status, reason = :why"
                            + " where id = :id and status = 'SENT'")
                    .bind("status", status.name())
                    .bind("why", why)
                    .bind("id", id)
                    .execute())
        > 0;
  }
}
