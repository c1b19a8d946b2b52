package dev.offprint.selection;

import dev.offprint.messages.Message;
import dev.offprint.papers.Paper;
import dev.offprint.search.Background;
import dev.offprint.search.Clause;
import dev.offprint.search.PaperWords;
import dev.offprint.selection.InterestFit.Fit;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Says which papers an interest nearly brought, and what they lack. */
final class NearMisses {
  private static final int MOST = 3;
  private static final int MOST_WORDS = 3;
  // What is further below the threshold has nothing to do with the interest.
  private static final double NEARLY = 0.8;
  // Below, a paper with all the words means something else by them.
  private static final double NEAR = 3;

  private NearMisses() {}

  /**
   * The papers that come next to those that match.
   *
   * @param papers by place
   * @param size how many there are
   */
  static QuietInterest of(
      Interest interest, InterestFit interestFit, IntFunction<Paper> papers, int size) {
    double threshold = InterestMatching.threshold(interest.reach());
    List<Place> places = new ArrayList<>();
    for (int place = 0; place < size; place++) {
      Fit fit = interestFit.fit(place);
      if (fit != null
          && fit.score() < threshold
          && fit.score() >= threshold - NEARLY
          && hasSomething(fit)) {
        places.add(new Place(place, fit));
      }
    }
    places.sort(Comparator.comparingDouble((Place near) -> near.fit().score()).reversed());
    return new QuietInterest(
        interest,
        places.stream()
            .limit(MOST)
            .map(near -> miss(papers.apply(near.place()), near.fit()))
            .toList(),
        (int) places.stream().filter(near -> isInBroad(near.fit())).count());
  }

  private record Place(int place, Fit fit) {}

  /** Where nothing is known of its meaning, a paper without any of the words is not near. */
  private static boolean hasSomething(Fit fit) {
    return fit.evidence() > 0 || fit.nearness() != Nearness.USUAL;
  }

  private static NearMiss miss(Paper paper, Fit fit) {
    return new NearMiss(paper, why(fit, new PaperWords(paper)), isInBroad(fit));
  }

  private static boolean isInBroad(Fit fit) {
    return fit.score() >= InterestMatching.threshold(Reach.BROAD);
  }

  private static Message why(Fit fit, PaperWords paper) {
    List<Clause.Word> words = fit.alternative().words();
    boolean few = fit.alternative().stems().size() <= 2;
    List<Clause.Word> missing =
        words.stream()
            .filter(word -> few || weight(word) > 0)
            .filter(word -> !paper.hasAll(word.stems()))
            .sorted(Comparator.comparingDouble(NearMisses::weight).reversed())
            .limit(MOST_WORDS)
            .toList();
    boolean near = fit.nearness() >= NEAR;
    if (!missing.isEmpty()) {
      return Message.of(near ? "near.lacks" : "near.lacks.far", quoted(missing));
    }
    if (!near) {
      return Message.of("near.far");
    }
    return Message.of(few && words.size() > 1 ? "near.apart" : "near.passing", quoted(words));
  }

  private static List<Message> quoted(List<Clause.Word> words) {
    return words.stream().map(word -> Message.of("near.word", word.spelling())).toList();
  }

  private static double weight(Clause.Word word) {
    return Background.weight(word.stems());
  }
}
