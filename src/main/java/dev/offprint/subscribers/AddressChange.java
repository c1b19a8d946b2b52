package dev.offprint.subscribers;

import dev.offprint.subscribers.Outcome.Barred;
import dev.offprint.subscribers.Outcome.Refused;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The rules by which a subscriber is mailed at another address. Until its owner confirms it,
 * somebody pending stands for it, who is asked and forgotten like anybody else.
 */
final class AddressChange {
  private AddressChange() {}

  /**
   * Takes in that a subscriber wants to be mailed at an address.
   *
   * @param wanted how the new address stands
   * @return what is to be sent to either; nothing when the address is somebody's, must not be
   *     mailed or was asked
   */
  static List<Letter> ask(Standing wanted, Subscriber former, LongPredicate mayAsk, Instant now) {
    if (wanted.isBarred() || !former.mayPause()) {
      return List.of();
    }
    long pending;
    if (wanted.subscriber().isEmpty()) {
      pending = wanted.add(Status.PENDING, former.preferences(), now).id();
    } else {
      Subscriber known = wanted.subscriber().get();
      if (known.status() != Status.PENDING || !mayAsk.test(known.id())) {
        return List.of();
      }
      pending = known.id();
    }
    wanted.standFor(former.id());
    return List.of(
        new Letter(Letter.Purpose.CONFIRMATION, pending),
        new Letter(Letter.Purpose.MOVE, former.id()));
  }

  /**
   * Has a subscriber mailed at an address that its owner has confirmed. All that is kept of them
   * stays theirs; what failed at the address before does not follow them.
   */
  static Outcome confirm(Standing wanted, Standing former, Instant now) {
    Subscriber before = former.subscriber().orElseThrow();
    if (wanted.isBarred() || former.isBarred()) {
      return new Barred();
    }
    if (!before.mayPause()) {
      return new Refused(before);
    }
    wanted.unsuppress();
    wanted.erase();
    former.forgetFailingDays();
    return new Outcome.Moved(former.moveTo(wanted.address(), now));
  }
}
