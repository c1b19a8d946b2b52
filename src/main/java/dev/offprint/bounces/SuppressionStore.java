package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps the addresses that must not be mailed. Every method is one transaction. */
public interface SuppressionStore {
  /**
   * Suppresses an address, and the subscriber who has it: who is pending, active or paused becomes
   * suppressed, or unsubscribed if that is the origin, and who left stays away.
   *
   * @return false when the address is suppressed already; the earlier reason is kept, unless it is
   *     that its reader left
   */
  boolean add(Suppression suppression);

  /**
   * Lifts a suppression and forgets what failed before. A subscriber who was suppressed is paused
   * then: mailing starts again when somebody says so.
   *
   * @return false when the address was not suppressed
   */
  boolean remove(EmailAddress address);

  Optional<Suppression> find(EmailAddress address);

  /** Every suppression, by address. */
  List<Suppression> all();

  /**
   * Counts a day on which an address could not be reached; a day counts once.
   *
   * @param after days up to this one are forgotten
   * @return how many days are counted now
   */
  int countFailingDay(EmailAddress address, LocalDate day, LocalDate after);
}
