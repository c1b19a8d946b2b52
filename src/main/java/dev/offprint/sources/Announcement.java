package dev.offprint.sources;

import dev.offprint.papers.Sighting;

/** One paper on one page of a source, and what kind of news it is. */
public record Announcement(Sighting sighting, Type kind) {

  /** What kind of news a paper is where it stands. */
  public enum Type {
    /** It is announced for the first time. */
    NEW,
    /** It is listed in one more category; it may have been announced before. */
    CROSS,
    /** A new version of a paper that was announced before; it never makes that paper new. */
    REPLACEMENT
  }
}
