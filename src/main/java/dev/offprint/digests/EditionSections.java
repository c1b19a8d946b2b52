package dev.offprint.digests;

import dev.offprint.messages.Messages;
import dev.offprint.selection.ChosenPaper;
import java.util.List;

/**
 * An edition as a page shows it: all of its papers, in the order and under the headings of its
 * mail.
 *
 * @param sections each has at least one paper
 * @param silent how many of the reader's interests brought nothing
 * @param late which sources had not answered when it was planned, as a sentence; possibly empty
 */
public record EditionSections(List<Section> sections, int silent, String late) {
  public EditionSections {
    sections = List.copyOf(sections);
  }

  /**
   * Papers that the same thing brought.
   *
   * @param before what stands before the name in the heading; possibly empty
   * @param name what the reader asked for, or {@code Trending}
   * @param after what stands behind the name, with the blank or comma it begins with; possibly
   *     empty
   */
  public record Section(String before, String name, String after, List<Noted> papers) {
    public Section {
      papers = List.copyOf(papers);
    }
  }

  /**
   * A paper.
   *
   * @param note what is said at it beside the heading; possibly empty
   */
  public record Noted(ChosenPaper chosen, String note) {}

  public static EditionSections of(Edition edition, Messages in) {
    List<List<Told>> groups =
        EditionView.grouped(edition, new PaperPieces(new PaperExcerpts(false), in));
    return new EditionSections(
        groups.stream().map(EditionSections::section).toList(),
        edition.notes().silent(edition.day()).size(),
        EditionWords.late(edition.lateSources(), in));
  }

  private static Section section(List<Told> papers) {
    SectionHeading heading = papers.getFirst().heading();
    return new Section(
        heading.before(),
        heading.name(),
        heading.after(),
        papers.stream().map(told -> new Noted(told.chosen(), told.note().text())).toList());
  }
}
