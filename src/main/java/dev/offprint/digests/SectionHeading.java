package dev.offprint.digests;

/**
 * What a section of a mail is headed by, such as {@code New from} <b>Yann LeCun</b>.
 *
 * @param before what stands before the name, without a blank at its end; possibly empty
 * @param name what the reader asked for, or {@code Trending}
 * @param after what stands behind the name, with the blank or comma it begins with; possibly empty
 */
record SectionHeading(String before, String name, String after) {
  static final SectionHeading TRENDING = new SectionHeading("", "Trending", "");
  static final SectionHeading ALIKE = new SectionHeading("", "Like papers you wanted more of", "");

  /** On one line, such as {@code New from Yann LeCun}. */
  String text() {
    return before + (before.isEmpty() ? "" : " ") + name + after;
  }
}
