package dev.offprint.digests;

import dev.offprint.text.DisplayWidth;

/**
 * How high the parts of an edition are on a phone of 360 by 740 pixels, by the sizes in {@code
 * mail/edition.html} and the mean width of the letters of a wide font. An estimate: it decides how
 * many papers are shown in full, and need not be exact for that.
 */
final class PhoneHeight {
  /** Five screens, within which up to ten papers are to be read. */
  static final int FEW_PAPERS = 5 * 740;

  /** What the head and the foot of a mail take. */
  static final int AROUND = 520;

  static final int HEADING = 62;

  private static final int LINKS = 44;
  private static final int GAP = 20;

  private PhoneHeight() {}

  /** Of a title with one line below it. */
  static int ofLine(String title, String below) {
    return GAP + lines(title, 33) * 22 + lines(below, 44) * 18;
  }

  /** Of all that is shown of a paper in full. */
  static int of(MailPaper paper, PaperExcerpt excerpt, String note, Size size) {
    boolean lead = size == Size.LEAD;
    return GAP
        + lines(paper.title(), lead ? 23 : 27) * (lead ? 27 : 23)
        + lines(paper.authorsText(), 40) * 20
        + lines(note, 46) * 18
        + lines(excerpt.text(), 33) * 24
        + (paper.links().size() > 2 ? 2 : 1) * LINKS;
  }

  private static int lines(String text, int columns) {
    return (DisplayWidth.of(text) + columns - 1) / columns;
  }
}
