package dev.offprint.subscribers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that must not be mailed, and the days on which one could not be reached; {@link
 * Membership} suppresses them. Every method is one transaction.
 */
public interface SuppressionStore {
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
