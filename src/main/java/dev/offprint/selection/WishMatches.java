package dev.offprint.selection;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The papers that meet one wish on one day, and the reasons that were given so far; safe for use by
 * many threads.
 *
 * @param places in the day's index, best match first
 * @param reasons in the order of the places; null where none was asked for yet
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list would box a million wishes
record WishMatches(Wish wish, int[] places, @Nullable Reason[] reasons) {
  WishMatches(Wish wish, int[] places) {
    this(wish, places, new Reason[places.length]);
  }

  /** The reason for a paper, which is the same for everybody who has the wish. */
  Reason reason(int place, Supplier<Reason> make) {
    int rank = 0;
    while (places[rank] != place) {
      rank++;
    }
    Reason known = reasons[rank];
    if (known == null) {
      known = make.get();
      reasons[rank] = known;
    }
    return known;
  }
}
