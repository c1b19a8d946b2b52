package dev.offprint.papers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The latest count of each kind of signal for one paper; 0 where none was ever observed.
 *
 * @param stars of its code repository
 * @param rise by how many the upvotes grew of late; null when they did not, or it is not known
 */
public record Popularity(int upvotes, int comments, int stars, @Nullable Rise rise) {
  public static final Popularity NONE = new Popularity(0, 0, 0);

  /** Counts of which it is not known whether they grew. */
  public Popularity(int upvotes, int comments, int stars) {
    this(upvotes, comments, stars, null);
  }

  /**
   * Upvotes that were gained from one day to another, as one source counted them.
   *
   * @param upvotes how many, at least 1
   * @param since the day (UTC) of the last observation that was made on an earlier day than the
   *     latest one
   */
  public record Rise(int upvotes, LocalDate since) {}
}
