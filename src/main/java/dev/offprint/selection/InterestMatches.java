package dev.offprint.selection;

import dev.offprint.subscribers.Interest;

/**
 * The papers that match one interest on one day.
 *
 * @param places in the day's index, best match first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list would box a million interests
record InterestMatches(Interest interest, ParsedInterest parsed, int[] places) {}
