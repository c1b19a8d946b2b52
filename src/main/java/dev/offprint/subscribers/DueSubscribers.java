package dev.offprint.subscribers;

import java.util.List;

/**
 * Active subscribers whose edition is due, longest due first, some at a time. Who becomes due
 * meanwhile may be left out; who ceases to be is. Not safe for use by many threads at once.
 */
public interface DueSubscribers {
  /** The next ones, at most {@code limit}; empty when there are no more. */
  List<Subscriber> next(int limit);
}
