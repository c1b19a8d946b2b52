package dev.offprint.selection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How good rankings are, by relevance judgements that know only relevant or not, as trec_eval
 * computes it; means over the queries that have a relevant document.
 *
 * @param ndcg10 normalised discounted cumulative gain of the first 10 (Järvelin and Kekäläinen,
 *     2002), discounted by log2 of rank + 1
 * @param map mean average precision of the whole ranking
 * @param recall20 share of the relevant documents among the first 20
 */
record RankingMeasures(double ndcg10, double map, double recall20) {
  /**
   * Measures one system.
   *
   * @param rankings of each query, best first; a query without one counts as nothing found
   * @param relevant documents of each query
   */
  static RankingMeasures of(Map<String, List<String>> rankings, Map<String, Set<String>> relevant) {
    double ndcg = 0;
    double map = 0;
    double recall = 0;
    for (Map.Entry<String, Set<String>> query : relevant.entrySet()) {
      RankingMeasures one = one(rankings.getOrDefault(query.getKey(), List.of()), query.getValue());
      ndcg += one.ndcg10 / relevant.size();
      map += one.map / relevant.size();
      recall += one.recall20 / relevant.size();
    }
    return new RankingMeasures(ndcg, map, recall);
  }

  private static RankingMeasures one(List<String> ranking, Set<String> relevant) {
    double gain = 0;
    double precisions = 0;
    int found = 0;
    int early = 0;
    for (int rank = 1; rank <= ranking.size(); rank++) {
      if (relevant.contains(ranking.get(rank - 1))) {
        found++;
        precisions += (double) found / rank;
        gain += rank <= 10 ? discount(rank) : 0;
        early += rank <= 20 ? 1 : 0;
      }
    }
    double ideal = 0;
    for (int rank = 1; rank <= Math.min(10, relevant.size()); rank++) {
      ideal += discount(rank);
    }
    return new RankingMeasures(
        gain / ideal, precisions / relevant.size(), (double) early / relevant.size());
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 1);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f  %.3f  %.3f", ndcg10, map, recall20);
  }
}
