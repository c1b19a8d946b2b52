package dev.offprint.web;

import dev.offprint.digests.EditionSections;
import dev.offprint.digests.OneLine;
import dev.offprint.digests.PaperBlock;
import dev.offprint.digests.WhyChosen;
import dev.offprint.messages.Message;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.selection.ChosenPaper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of a paper; all of it text. Templates read what the methods give, too.
 *
 * @param votes such as {@code 74 upvotes}; null when nobody voted
 * @param why the reason for which it was chosen; null where a list has no such reason
 */
record PaperView(Paper paper, PaperBlock block, @Nullable Message votes, @Nullable Object why) {
  // A paper with hundreds of authors is one with a list of them; "and 1 more" would save nothing.
  private static final int NAMED_BY_ALL = 5;
  private static final int NAMED = 3;

  static PaperView of(Candidate candidate) {
    return view(candidate, null);
  }

  /** One of an edition, whose note says the votes. */
  static PaperView of(EditionSections.Noted noted) {
    Paper paper = noted.chosen().paper();
    return new PaperView(
        paper,
        PaperBlock.of(paper, Paper.MAX_ABSTRACT),
        null,
        noted.note().isEmpty() ? null : noted.note());
  }

  /** One that was chosen, with the reason, as an edition of a day has it. */
  static PaperView of(ChosenPaper chosen, LocalDate day) {
    return view(new Candidate(chosen.paper(), chosen.popularity()), WhyChosen.of(chosen, day));
  }

  /** One that was found, with a sentence of it that shows why. */
  static PaperView of(Candidate candidate, @Nullable String sentence) {
    return view(
        candidate,
        sentence == null ? null : Message.of("page.paper.sentence", OneLine.of(sentence)));
  }

  private static PaperView view(Candidate candidate, @Nullable Object why) {
    Paper paper = candidate.paper();
    int upvotes = candidate.popularity().upvotes();
    return new PaperView(
        paper,
        PaperBlock.of(paper, Paper.MAX_ABSTRACT),
        upvotes == 0 ? null : Message.of("upvotes", upvotes),
        why);
  }

  static List<PaperView> of(List<Candidate> candidates) {
    return candidates.stream().map(PaperView::of).toList();
  }

  public String id() {
    return paper.id().value();
  }

  /** A name for the paper within a page. */
  public String anchor() {
    return "p" + id().replaceAll("[^A-Za-z0-9.-]", "-");
  }

  /** Where all that is known of it is shown, below the base. */
  public String path() {
    return PaperPage.path(id());
  }

  /** That of the title and the abstract by its tag; empty when it is not known. */
  public String language() {
    return paper.language();
  }

  /** The day in words. */
  public Message announced() {
    return Message.of("pattern.day.year", paper.dates().announced());
  }

  /** Those that a list names; null when there is none. */
  public @Nullable Message authors() {
    List<Object> names = new ArrayList<>(names());
    if (names.size() >= NAMED_BY_ALL) {
      List<Object> others = names.subList(NAMED, names.size());
      int count = others.size();
      others.clear();
      names.add(Message.of("page.paper.others", count));
    }
    return names.isEmpty() ? null : Message.of("page.paper.authors", names);
  }

  /** All of them, where a list leaves some out; else null. */
  public @Nullable Message allAuthors() {
    return names().size() >= NAMED_BY_ALL ? Message.of("page.paper.authors", names()) : null;
  }

  private List<String> names() {
    return paper.authors().stream().map(author -> OneLine.of(author.name())).toList();
  }
}
