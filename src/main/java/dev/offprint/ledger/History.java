package dev.offprint.ledger;

import dev.offprint.papers.PaperId;
import java.time.LocalDate;
import java.util.Set;

/**
 * What the ledger knows of one subscriber's days.
 *
 * @param days those with a row, whatever became of it
 * @param papers all that they were sent or are about to be sent with them, each by the id it has by
 *     now
 */
public record History(Set<LocalDate> days, Set<PaperId> papers) {
  /** Of whoever has no row. */
  public static final History NONE = new History(Set.of(), Set.of());
}
