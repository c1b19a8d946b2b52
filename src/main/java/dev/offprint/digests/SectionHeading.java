package dev.offprint.digests;

import dev.offprint.messages.Messages;

/**
 * What a section of a mail is headed by, such as {@code New from} <b>Yann LeCun</b>.
 *
 * @param before what stands before the name, without a blank at its end; possibly empty
 * @param name what the reader asked for, or {@code Trending}
 * @param after what stands behind the name, with the blank or comma it begins with; possibly empty
 */
record SectionHeading(String before, String name, String after) {
  private static final String NAME = Skeleton.mark(0);

  /** Without anything around the name. */
  static SectionHeading of(String name) {
    return new SectionHeading("", name, "");
  }

  /**
   * With the name where a message has it.
   *
   * @param after what stands behind all of it
   */
  static SectionHeading of(String key, String name, String after, Messages in) {
    String[] around = in.text(key, NAME).split(NAME, 2);
    return new SectionHeading(around[0].strip(), name, around[1] + after);
  }

  /** The same with more behind it. */
  SectionHeading with(String more) {
    return new SectionHeading(before, name, after + more);
  }

  /** On one line, such as {@code New from Yann LeCun}. */
  String text() {
    return before + (before.isEmpty() ? "" : " ") + name + after;
  }
}
