package dev.offprint.digests;

import dev.offprint.digests.EditionView.Entry;
import dev.offprint.selection.ChosenPaper;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A paper as an edition tells of it, in each size; safe for use by many threads. Each size is made
 * when it is first asked for.
 */
final class Told {
  private final ChosenPaper chosen;
  private final SectionHeading heading;
  private final MailPaper paper;
  private final PaperNote note;
  private final Function<Size, PaperExcerpt> excerpts;
  private final Map<Size, Sized> sizes = new EnumMap<>(Size.class);

  /**
   * A paper in one size.
   *
   * @param height on a phone, in pixels
   */
  record Sized(Entry entry, int height) {}

  Told(
      ChosenPaper chosen,
      SectionHeading heading,
      MailPaper paper,
      PaperNote note,
      Function<Size, PaperExcerpt> excerpts) {
    this.chosen = chosen;
    this.heading = heading;
    this.paper = paper;
    this.note = note;
    this.excerpts = excerpts;
  }

  SectionHeading heading() {
    return heading;
  }

  PaperNote note() {
    return note;
  }

  ChosenPaper chosen() {
    return chosen;
  }

  synchronized Sized in(Size size) {
    return sizes.computeIfAbsent(size, this::make);
  }

  private Sized make(Size size) {
    PaperExcerpt excerpt = size == Size.LINE ? PaperExcerpt.NONE : excerpts.apply(size);
    int words =
        ReadingTime.words(paper.title())
            + ReadingTime.words(excerpt.text())
            + ReadingTime.words(note.text());
    Entry entry = new Entry(chosen, heading, size, paper, excerpt, note, words);
    return new Sized(
        entry,
        size == Size.LINE
            ? PhoneHeight.ofLine(paper.title(), note.reason())
            : PhoneHeight.of(paper, excerpt, note.text(), size));
  }
}
