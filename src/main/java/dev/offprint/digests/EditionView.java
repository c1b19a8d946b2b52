package dev.offprint.digests;

import dev.offprint.messages.Messages;
import dev.offprint.selection.ChosenPaper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mail shows of an edition, and how much of each paper.
 *
 * @param sections the papers shown in full, by what brought them, the strongest first and trending
 *     papers last; each has at least one
 * @param also the other papers, in the order of the sections
 */
record EditionView(List<Section> sections, List<Entry> also) {
  EditionView {
    sections = List.copyOf(sections);
    also = List.copyOf(also);
  }

  /** What heads the papers that are not shown in full. */
  String alsoTitle(Messages in) {
    return in.text(sections.isEmpty() ? "edition.lines" : "edition.also");
  }

  /** Papers that the same thing brought. */
  record Section(SectionHeading heading, List<Entry> entries) {
    Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A paper of an edition.
   *
   * @param heading of what brought it
   * @param words how many there are to read
   */
  record Entry(
      ChosenPaper chosen,
      SectionHeading heading,
      Size size,
      MailPaper paper,
      PaperExcerpt excerpt,
      PaperNote note,
      int words) {

    private Entry asLine() {
      int left = words - ReadingTime.words(excerpt.text());
      return new Entry(chosen, heading, Size.LINE, paper, PaperExcerpt.NONE, note, left);
    }
  }

  /**
   * Arranges an edition and shows as much of it as can be read in a minute or two: the first of
   * each section, then the others in their order, while there is room for them.
   */
  static EditionView of(Edition edition, PaperPieces pieces) {
    List<List<Told>> groups = grouped(edition, pieces);
    int[] room = {room(edition, groups)};
    List<List<Entry>> sized = new ArrayList<>();
    for (List<Told> group : groups) {
      sized.add(
          new ArrayList<>(List.of(grown(group.getFirst(), Size.LEAD, PhoneHeight.HEADING, room))));
    }
    for (int i = 0; i < groups.size(); i++) {
      List<Entry> shown = sized.get(i);
      boolean headed = shown.getFirst().size() != Size.LINE;
      for (Told told : groups.get(i).subList(1, groups.get(i).size())) {
        shown.add(headed ? grown(told, Size.SINGLE, 0, room) : told.in(Size.LINE).entry());
      }
    }
    return arranged(sized);
  }

  /** All papers as lines, for a mail that would be too long otherwise. */
  EditionView inLines() {
    List<Entry> lines = new ArrayList<>();
    sections.forEach(section -> section.entries().forEach(entry -> lines.add(entry.asLine())));
    lines.addAll(also);
    return new EditionView(List.of(), lines);
  }

  /** The first papers alone; those left out are as many as are missing. */
  EditionView first(int most) {
    return new EditionView(sections, also.subList(0, Math.min(most, also.size())));
  }

  /** The papers by what brought them, trending ones last. */
  static List<List<Told>> grouped(Edition edition, PaperPieces pieces) {
    Map<SectionHeading, List<Told>> groups = new LinkedHashMap<>();
    List<Told> trending = new ArrayList<>();
    for (ChosenPaper chosen : edition.papers()) {
      Told told = pieces.told(chosen, edition.day(), edition.isWeekly());
      if (chosen.reason().isTrending()) {
        trending.add(told);
      } else {
        groups.computeIfAbsent(told.heading(), each -> new ArrayList<>()).add(told);
      }
    }
    List<List<Told>> all = new ArrayList<>(groups.values());
    if (!trending.isEmpty()) {
      all.add(trending);
    }
    return all;
  }

  /** What is left when each paper has its line; more than ten may take more room. */
  private static int room(Edition edition, List<List<Told>> groups) {
    int lines = 0;
    for (List<Told> group : groups) {
      for (Told told : group) {
        lines += told.in(Size.LINE).height();
      }
    }
    int beyond = Math.max(0, edition.papers().size() - 10) * PhoneHeight.HEADING;
    return PhoneHeight.FEW_PAPERS + beyond - PhoneHeight.AROUND - lines;
  }

  /** The paper as large as asked for, or smaller if there is no room. */
  private static Entry grown(Told told, Size wanted, int heading, int[] room) {
    Told.Sized line = told.in(Size.LINE);
    for (Size size : wanted == Size.LEAD ? List.of(Size.LEAD, Size.SINGLE) : List.of(wanted)) {
      Told.Sized full = told.in(size);
      int more = heading + full.height() - line.height();
      if (more <= room[0]) {
        room[0] -= more;
        return full.entry();
      }
    }
    return line.entry();
  }

  private static EditionView arranged(List<List<Entry>> sized) {
    List<Section> sections = new ArrayList<>();
    List<Entry> also = new ArrayList<>();
    for (List<Entry> group : sized) {
      List<Entry> full = group.stream().filter(entry -> entry.size() != Size.LINE).toList();
      if (!full.isEmpty()) {
        sections.add(new Section(full.getFirst().heading(), full));
      }
      group.stream().filter(entry -> entry.size() == Size.LINE).forEach(also::add);
    }
    return new EditionView(sections, also);
  }
}
