package dev.offprint.selection;

import dev.offprint.subscribers.Interest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The papers that match one interest on one day, and the reasons that were given so far; safe for
 * use by many threads.
 *
 * @param places in the day's index, best match first
 * @param reasons in the order of the places; null where none was asked for yet
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list would box a million interests
record InterestMatches(
    Interest interest, ParsedInterest parsed, int[] places, Reason.@Nullable Matched[] reasons) {
  InterestMatches(Interest interest, ParsedInterest parsed, int[] places) {
    this(interest, parsed, places, new Reason.Matched[places.length]);
  }

  /** The reason for a paper, which is the same for everybody who has the interest. */
  Reason.Matched reason(int place, Supplier<Reason.Matched> make) {
    int rank = 0;
    while (places[rank] != place) {
      rank++;
    }
    Reason.Matched known = reasons[rank];
    if (known == null) {
      known = make.get();
      reasons[rank] = known;
    }
    return known;
  }
}
