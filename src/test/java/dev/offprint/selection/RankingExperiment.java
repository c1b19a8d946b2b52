package dev.offprint.selection;

import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.VectorUtil;

/**
 * The ways of ranking that were tried, on one collection; a score for every paper by its number.
 * Plain Lucene BM25 is computed here from its formula (k1 = 1.2, b = 0.75) with the English
 * analyzer, so that expanded queries can be weighted term by term.
 */
final class RankingExperiment {
  private static final Analyzer ENGLISH = new EnglishAnalyzer();

  private final List<Paper> papers;
  private final List<Map<String, Integer>> terms;
  private final Map<String, Integer> documentFrequency = new HashMap<>();
  private final int[] lengths;
  private final double averageLength;
  private final List<float[]> vectors;
  private final SentenceModel model;
  private final PaperMeanings meanings;

  RankingExperiment(TestCollection collection, SentenceModel model) {
    this.model = model;
    papers = collection.papers();
    terms = papers.stream().map(paper -> terms(text(paper))).toList();
    terms.forEach(each -> each.keySet().forEach(t -> documentFrequency.merge(t, 1, Integer::sum)));
    lengths =
        terms.stream()
            .mapToInt(t -> t.values().stream().mapToInt(Integer::intValue).sum())
            .toArray();
    averageLength = IntStream.of(lengths).average().orElseThrow();
    vectors = papers.stream().map(paper -> model.ofText(text(paper))).toList();
    meanings = new PaperMeanings(vectors);
  }

  private static String text(Paper paper) {
    return paper.shownTitle() + "\n" + paper.shownAbstract();
  }

  private static Map<String, Integer> terms(String text) {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    try (TokenStream tokens = ENGLISH.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        counts.merge(term.toString(), 1, Integer::sum);
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counts;
  }

  double[] bm25(String query) {
    Map<String, Double> weights = new HashMap<>();
    terms(query).forEach((term, count) -> weights.put(term, (double) count));
    return bm25(weights);
  }

  private double[] bm25(Map<String, Double> query) {
    double[] scores = new double[papers.size()];
    query.forEach(
        (term, weight) -> {
          int df = documentFrequency.getOrDefault(term, 0);
          double idf = Math.log(1 + (papers.size() - df + 0.5) / (df + 0.5));
          for (int i = 0; i < scores.length; i++) {
            int tf = terms.get(i).getOrDefault(term, 0);
            scores[i] +=
                weight * idf * tf / (tf + 1.2 * (0.25 + 0.75 * lengths[i] / averageLength));
          }
        });
    return scores;
  }

  /** RM3: half the query, half the likeliest terms of the ten best papers of a first ranking. */
  double[] rm3(String query, double[] first, int termCount) {
    Map<String, Double> likely = new HashMap<>();
    for (int paper : IntStream.of(order(first)).limit(10).toArray()) {
      terms
          .get(paper)
          .forEach(
              (term, tf) -> {
                if (documentFrequency.getOrDefault(term, 0) <= papers.size() / 10) {
                  likely.merge(term, first[paper] * tf / lengths[paper], Double::sum);
                }
              });
    }
    Map<String, Double> expanded = new HashMap<>();
    Map<String, Integer> original = terms(query);
    double all = original.values().stream().mapToInt(Integer::intValue).sum();
    original.forEach((term, count) -> expanded.put(term, 0.5 * count / all));
    Map<String, Double> best =
        likely.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(termCount)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    double sum = best.values().stream().mapToDouble(Double::doubleValue).sum();
    best.forEach((term, weight) -> expanded.merge(term, 0.5 * weight / sum, Double::sum));
    return bm25(expanded);
  }

  double[] meaning(String query) {
    float[] wanted = model.ofQuery(query);
    return vectors.stream().mapToDouble(v -> VectorUtil.dotProduct(wanted, v)).toArray();
  }

  double[] withoutPrefix(String query) {
    float[] wanted = model.ofText(query);
    return vectors.stream().mapToDouble(v -> VectorUtil.dotProduct(wanted, v)).toArray();
  }

  double[] centred(String query) {
    return doubles(meanings.closeness(model.ofQuery(query)));
  }

  /** Rocchio: half the mean of the ten best papers of a first ranking is added to the query. */
  double[] rocchio(String query, double[] first) {
    float[] mean = new float[vectors.getFirst().length];
    for (int paper : IntStream.of(order(first)).limit(10).toArray()) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vectors.get(paper)[i];
      }
    }
    VectorUtil.l2normalize(mean);
    float[] moved = model.ofQuery(query).clone();
    for (int i = 0; i < mean.length; i++) {
      moved[i] += 0.5f * mean[i];
    }
    return doubles(meanings.closeness(VectorUtil.l2normalize(moved)));
  }

  static double[] stretched(double[] scores) {
    float[] floats = new float[scores.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) scores[i];
    }
    return Scores.stretched(floats);
  }

  static double[] fused(double[] words, double[] meaning, double weightOfMeaning) {
    return Scores.mixed(stretched(words), stretched(meaning), weightOfMeaning);
  }

  static double[] reciprocalRank(double[] one, double[] other) {
    double[] sum = new double[one.length];
    for (double[] scores : List.of(one, other)) {
      int rank = 0;
      for (int paper : order(scores)) {
        sum[paper] += 1.0 / (60 + ++rank);
      }
    }
    return sum;
  }

  /** Gives way to the scores of the nearest papers, as {@link PaperRanking} does. */
  double[] smoothed(double[] scores, int neighbours, double weight) {
    double[] smoothed = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      PaperMeanings.Neighbours near = meanings.of(i);
      double sum = 0;
      double weights = 0;
      for (int j = 0; j < Math.min(neighbours, near.places().length); j++) {
        sum += near.closeness()[j] * scores[near.places()[j]];
        weights += near.closeness()[j];
      }
      smoothed[i] = (1 - weight) * scores[i] + weight * sum / weights;
    }
    return smoothed;
  }

  List<String> ranking(double[] scores) {
    return IntStream.of(order(scores))
        .limit(1_000)
        .mapToObj(paper -> papers.get(paper).id().value())
        .toList();
  }

  private static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(paper -> -scores[paper]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] doubles(float[] floats) {
    return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
  }
}
