package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.digests.sentences.MarkedText;
import dev.offprint.digests.sentences.MarkedText.Mark;
import dev.offprint.digests.sentences.ReadAbstract;
import dev.offprint.digests.sentences.Sought;
import dev.offprint.digests.sentences.TellingSentences;
import dev.offprint.messages.Messages;
import dev.offprint.papers.Paper;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses what is shown of the abstracts of today's papers. Reading an abstract takes milliseconds
 * and is cached here; what is chosen is cached by {@link PaperPieces}. Safe for use by many
 * threads.
 */
final class PaperExcerpts {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 2_000;

  /** The most characters of a summary; nearly all are whole. */
  private static final int LONGEST_SUMMARY = 420;

  private final boolean sourceSummaries;
  private final Cache<SamePaper, ReadAbstract> read =
      Caffeine.newBuilder().maximumSize(MOST_PAPERS).executor(Runnable::run).build();

  /**
   * Caches nothing yet.
   *
   * @param sourceSummaries whether the summary that the source has of a paper is shown instead
   */
  PaperExcerpts(boolean sourceSummaries) {
    this.sourceSummaries = sourceSummaries;
  }

  PaperExcerpt of(ChosenPaper chosen, Size size, Messages in) {
    String summary = sourceSummaries ? SourceSummary.of(chosen.paper(), in) : "";
    if (!summary.isEmpty()) {
      String shown = Excerpt.ofSentences(summary, LONGEST_SUMMARY);
      MarkedText marked = TellingSentences.marked(shown, sought(chosen.reason()));
      return new PaperExcerpt(marked.text(), marked.marks());
    }
    ReadAbstract read = this.read.get(new SamePaper(chosen.paper()), PaperExcerpts::read);
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    for (MarkedText sentence :
        TellingSentences.choose(read, sought(chosen.reason()), size.sentences(), size.room())) {
      text.append(text.isEmpty() ? "" : " ");
      int from = text.length();
      sentence.marks().forEach(mark -> marks.add(mark.movedBy(from)));
      text.append(sentence.text());
    }
    return text.isEmpty() ? PaperExcerpt.NONE : new PaperExcerpt(text.toString(), marks);
  }

  private static ReadAbstract read(SamePaper same) {
    Paper paper = same.paper();
    return ReadAbstract.of(OneLine.of(paper.shownTitle()), OneLine.of(paper.shownAbstract()));
  }

  private static Sought sought(Reason reason) {
    return switch (reason) {
      case Reason.Matched matched -> Sought.words(matched.interest().line(), matched.words());
      case Reason.Close close -> Sought.near(OneLine.of(close.sentence()));
      case Reason.Alike _, Reason.Trending _, Reason.TrendingOfWeek _ -> Sought.NOTHING;
    };
  }
}
