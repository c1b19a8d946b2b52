package dev.offprint.selection;

import dev.offprint.meaning.BackgroundVectors;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.search.FoundPapers;
import dev.offprint.subscribers.Interest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings what a search found into the order that a mail would have, by words and by meaning, and
 * shows where they fit. Safe for use by many threads.
 */
public final class SearchRanking {
  private final AvailableVectors vectors;

  SearchRanking(AvailableVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * The papers, best first. A paper of which it is not worked out what it means, as of all older
   * ones, counts as usually near. Takes some milliseconds.
   *
   * @param found with the scores of their words
   */
  public List<Candidate> bestFirst(Interest interest, FoundPapers found) {
    List<Candidate> papers = found.papers();
    Collection<float[]> queries =
        vectors.ofQueries(ReadInterest.topics(Stream.of(ReadInterest.of(interest)))).values();
    Optional<BackgroundVectors> background = vectors.background();
    if (queries.isEmpty() || background.isEmpty()) {
      return papers;
    }
    List<String> texts =
        papers.stream().map(candidate -> PaperMeanings.text(candidate.paper())).toList();
    Map<String, float[]> known = vectors.known(texts);
    PaperMeanings meanings =
        new PaperMeanings(
            texts.stream().map(text -> known.getOrDefault(text, PaperMeanings.UNKNOWN)).toList(),
            background.get());
    double[] near = new double[papers.size()];
    for (float[] query : queries) {
      Nearness nearness = meanings.nearness(query);
      for (int place = 0; place < near.length; place++) {
        near[place] = Math.max(near[place], nearness.of(place) / InterestFit.SPREAD);
      }
    }
    float[] words = new float[near.length];
    for (int place = 0; place < words.length; place++) {
      words[place] = found.scores().getOrDefault(papers.get(place).paper().id(), 0f);
    }
    return Scores.bestFirst(IntStream.range(0, words.length), Scores.ofBoth(words, near))
        .mapToObj(papers::get)
        .toList();
  }

  /** The sentence of an abstract that says most of what is asked for; empty when none does. */
  public static String sentence(Interest interest, Paper paper) {
    Set<String> stems =
        ReadInterest.of(interest).alternatives().stream()
            .flatMap(alternative -> alternative.stems().stream())
            .collect(Collectors.toUnmodifiableSet());
    return stems.isEmpty() ? "" : NearestSentence.of(stems, "", paper.shownAbstract());
  }
}
