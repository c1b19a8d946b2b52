package dev.offprint.papers;

/**
 * The latest count of each kind of signal for one paper; 0 where none was ever observed.
 *
 * @param stars of its code repository
 */
public record Popularity(int upvotes, int comments, int stars) {
  public static final Popularity NONE = new Popularity(0, 0, 0);
}
