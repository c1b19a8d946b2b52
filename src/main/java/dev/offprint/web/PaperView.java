package dev.offprint.web;

import dev.offprint.digests.EditionSections;
import dev.offprint.digests.OneLine;
import dev.offprint.digests.PaperBlock;
import dev.offprint.digests.WhyChosen;
import dev.offprint.messages.Message;
import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.selection.ChosenPaper;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of a paper; all of it text.
 *
 * @param id the paper's id
 * @param anchor a name for the paper within a page
 * @param language of the title and the abstract; empty when it is not known
 * @param allAuthors all of them by name, where the block leaves some out; else null
 * @param votes such as {@code 74 upvotes}; null when nobody voted
 * @param announced the day in words
 * @param why the reason for which it was chosen; null where a list has no such reason
 */
record PaperView(
    String id,
    String anchor,
    PaperBlock block,
    String language,
    @Nullable Message allAuthors,
    @Nullable Message votes,
    Message announced,
    @Nullable Object why) {
  // A paper with hundreds of authors is one with a list of them.
  private static final int NAMED_BY_ALL = 5;

  /** Where all that is known of it is shown, below the base. */
  public String path() {
    return PaperPage.path(id);
  }

  /** Those that a list names; null when there is none. */
  public @Nullable Object authors() {
    return block.authors().isEmpty() ? null : block.authors();
  }

  static PaperView of(Candidate candidate) {
    return view(candidate, null);
  }

  /** One of an edition, whose note says the votes. */
  static PaperView of(EditionSections.Noted noted) {
    ChosenPaper chosen = noted.chosen();
    PaperView view =
        view(
            new Candidate(chosen.paper(), chosen.popularity()),
            noted.note().isEmpty() ? null : noted.note());
    return new PaperView(
        view.id,
        view.anchor,
        view.block,
        view.language,
        view.allAuthors,
        null,
        view.announced,
        view.why);
  }

  /** One that was chosen, with the reason, as an edition of a day has it. */
  static PaperView of(ChosenPaper chosen, LocalDate day) {
    return view(new Candidate(chosen.paper(), chosen.popularity()), WhyChosen.inWords(chosen, day));
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
        paper.id().value(),
        "p" + paper.id().value().replaceAll("[^A-Za-z0-9.-]", "-"),
        PaperBlock.of(paper, Paper.MAX_ABSTRACT),
        paper.language(),
        paper.authors().size() >= NAMED_BY_ALL ? names(paper.authors()) : null,
        upvotes == 0 ? null : Message.of("page.paper.upvotes", upvotes),
        Message.of("pattern.day.year", paper.dates().announced()),
        why);
  }

  static List<PaperView> of(List<Candidate> candidates) {
    return candidates.stream().map(PaperView::of).toList();
  }

  private static Message names(List<Author> authors) {
    return Message.of(
        "page.paper.authors", authors.stream().map(author -> OneLine.of(author.name())).toList());
  }
}
