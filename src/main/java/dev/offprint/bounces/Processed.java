package dev.offprint.bounces;

import dev.offprint.ledger.Delivery;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Suppression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message that came back changed.
 *
 * @param repeated whether the same message was processed before; nothing is changed then
 * @param delivery the ledger's row that it is about, as it was before; null when it names none
 */
public record Processed(
    Reading reading, boolean repeated, @Nullable Delivery delivery, List<Effect> effects) {
  public Processed {
    effects = List.copyOf(effects);
  }

  /**
   * Whether nobody needs the message any more: a mail system reports by it, and on what is known.
   */
  public boolean isSettled() {
    boolean known = delivery != null || !reading.recipients().isEmpty();
    return switch (reading.kind()) {
      case HARD_BOUNCE, SOFT_BOUNCE, REFUSAL, DELAY, COMPLAINT -> reading.automatic() && known;
      // What seems to be a program's answer may be somebody's.
      case AUTOMATIC_REPLY, OTHER -> false;
    };
  }

  /** A line for each address that must not be mailed from now on, which it does not show whole. */
  public List<String> suppressionsForLog() {
    return effects.stream()
        .filter(Suppressed.class::isInstance)
        .map(Suppressed.class::cast)
        .map(now -> now.address().masked() + " is suppressed now: " + now.origin())
        .toList();
  }

  /** What became of one address. */
  public sealed interface Effect {
    EmailAddress address();
  }

  /** Must not be mailed from now on. */
  public record Suppressed(EmailAddress address, Suppression.Origin origin) implements Effect {}

  /** Was suppressed before. */
  public record AlreadySuppressed(EmailAddress address) implements Effect {}

  /**
   * Could not be reached on that many editions' days in a row; at {@link ReturnedMail#FAILING_DAYS}
   * it is suppressed.
   */
  public record Counted(EmailAddress address, int days) implements Effect {}

  /** Stays as it was, because the mail was refused and not the address. */
  public record Refused(EmailAddress address, String why) implements Effect {}
}
