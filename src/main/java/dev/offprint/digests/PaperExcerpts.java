package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.digests.sentences.Excerpt;
import dev.offprint.digests.sentences.ReadAbstract;
import dev.offprint.digests.sentences.Sought;
import dev.offprint.digests.sentences.TellingSentences;
import dev.offprint.papers.Paper;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses what is shown of the abstracts of today's papers. Reading an abstract takes milliseconds
 * and choosing from it microseconds, so both are cached; safe for use by many threads.
 */
final class PaperExcerpts {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 2_000;

  /** More than the readers of a small machine have interests. */
  private static final int MOST_EXCERPTS = 20_000;

  /** The most characters of a summary; nearly all are whole. */
  private static final int LONGEST_SUMMARY = 420;

  private final boolean sourceSummaries;
  private final Cache<SamePaper, ReadAbstract> read = cache(MOST_PAPERS);
  private final Cache<Asked, PaperExcerpt> excerpts = cache(MOST_EXCERPTS);

  /**
   * Caches nothing yet.
   *
   * @param sourceSummaries whether the summary that the source has of a paper is shown instead
   */
  PaperExcerpts(boolean sourceSummaries) {
    this.sourceSummaries = sourceSummaries;
  }

  private static <K, V> Cache<K, V> cache(int most) {
    return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).<K, V>build();
  }

  private record Asked(SamePaper paper, Size size, Reason reason) {}

  PaperExcerpt of(ChosenPaper chosen, Size size) {
    // Whatever is trending is shown alike.
    Reason reason = chosen.reason().isTrending() ? ANY : chosen.reason();
    return excerpts.get(new Asked(new SamePaper(chosen.paper()), size, reason), this::choose);
  }

  private static final Reason ANY = new Reason.Trending(0, 1, true);

  private PaperExcerpt choose(Asked asked) {
    String summary = sourceSummaries ? SourceSummary.of(asked.paper().paper()) : "";
    if (!summary.isEmpty()) {
      List<PaperExcerpt.Run> whole = new ArrayList<>();
      String shown = dev.offprint.digests.Excerpt.ofSentences(summary, LONGEST_SUMMARY);
      addRuns(TellingSentences.marked(shown, sought(asked.reason())), whole);
      return new PaperExcerpt(whole);
    }
    ReadAbstract text = read.get(asked.paper(), PaperExcerpts::read);
    List<PaperExcerpt.Run> runs = new ArrayList<>();
    for (Excerpt sentence :
        TellingSentences.choose(
            text, sought(asked.reason()), asked.size().sentences(), asked.size().room())) {
      if (!runs.isEmpty()) {
        runs.add(new PaperExcerpt.Run(" ", false));
      }
      addRuns(sentence, runs);
    }
    return runs.isEmpty() ? PaperExcerpt.NONE : new PaperExcerpt(runs);
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

  private static void addRuns(Excerpt sentence, List<PaperExcerpt.Run> to) {
    int from = 0;
    for (Excerpt.Mark mark : sentence.marks()) {
      if (mark.from() > from) {
        to.add(new PaperExcerpt.Run(sentence.text().substring(from, mark.from()), false));
      }
      to.add(new PaperExcerpt.Run(sentence.text().substring(mark.from(), mark.to()), true));
      from = mark.to();
    }
    if (from < sentence.text().length()) {
      to.add(new PaperExcerpt.Run(sentence.text().substring(from), false));
    }
  }
}
