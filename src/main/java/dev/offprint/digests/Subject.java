package dev.offprint.digests;

import java.time.LocalDate;

/** The subject of an edition. */
final class Subject {
  /** The most characters; RFC 5322, section 2.1.1, asks for lines of at most 78. */
  static final int LONGEST = 78;

  private Subject() {}

  /**
   * Such as {@code 27 May: Attention Is All You Need, and 9 more}, or that of the {@code Week to 27
   * May}; a long title gives way.
   *
   * @param weekly whether the day is the last of a week
   * @param title of the first paper
   * @param others how many papers follow it
   */
  static String of(LocalDate day, boolean weekly, String title, int others) {
    String beginning = (weekly ? "Week to " : "") + English.day(day) + ": ";
    String rest = others == 0 ? "" : " and " + others + " more";
    String shown = Excerpt.ofWords(title, LONGEST - beginning.length() - rest.length() - 1);
    boolean whole = shown.equals(title);
    return beginning + shown + (whole && others > 0 ? "," : "") + rest;
  }
}
