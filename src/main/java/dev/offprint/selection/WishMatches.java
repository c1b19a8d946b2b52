package dev.offprint.selection;

/**
 * The papers that meet one wish on one day.
 *
 * @param places in the day's index, best match first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list would box a million wishes
record WishMatches(Wish wish, int[] places) {}
