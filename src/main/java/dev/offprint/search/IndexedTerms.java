package dev.offprint.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Which stems the papers of an index have, and where; by the papers' places. It is read once from
 * the index, because thousands of interests ask for the same.
 */
public final class IndexedTerms {
  private static final int[] NOWHERE = {};

  // By stem, the places that have it, ascending.
  private final Map<String, int[]> places = new HashMap<>();
  // By place, the stems in their order; a position is that of the index.
  private final String[][] stems;
  private final int[][] positions;
  private final double meanLength;

  private IndexedTerms(List<List<Occurrence>> texts) {
    stems = new String[texts.size()][];
    positions = new int[texts.size()][];
    texts.parallelStream().forEach(text -> text.sort(null));
    long sum = 0;
    Map<String, List<Integer>> collected = new HashMap<>();
    for (int place = 0; place < stems.length; place++) {
      List<Occurrence> text = texts.get(place);
      stems[place] = text.stream().map(Occurrence::stem).toArray(String[]::new);
      positions[place] = text.stream().mapToInt(Occurrence::position).toArray();
      sum += stems[place].length;
      int having = place;
      Stream.of(stems[place])
          .distinct()
          .forEach(stem -> collected.computeIfAbsent(stem, key -> new ArrayList<>()).add(having));
    }
    collected.forEach(
        (stem, having) -> places.put(stem, having.stream().mapToInt(Integer::intValue).toArray()));
    meanLength = stems.length == 0 ? 0 : (double) sum / stems.length;
  }

  /** Those of titles and abstracts. */
  public static IndexedTerms of(IndexReader reader) throws IOException {
    List<List<Occurrence>> texts = new ArrayList<>();
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      texts.add(new ArrayList<>());
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(PaperDocuments.TEXT);
      if (terms != null) {
        read(terms.iterator(), leaf.docBase, texts);
      }
    }
    return new IndexedTerms(texts);
  }

  /** Those of a few papers without an index, by their places in the list. */
  public static IndexedTerms of(List<PaperWords> papers) {
    return new IndexedTerms(
        papers.stream()
            .map(
                paper -> {
                  List<Occurrence> text = new ArrayList<>();
                  paper.title().forEach(stem -> text.add(new Occurrence(text.size(), stem)));
                  paper
                      .abstractText()
                      .forEach(
                          stem -> text.add(new Occurrence(PaperDocuments.GAP + text.size(), stem)));
                  return text;
                })
            .toList());
  }

  private record Occurrence(int position, String stem) implements Comparable<Occurrence> {
    @Override
    public int compareTo(Occurrence other) {
      return Integer.compare(position, other.position);
    }
  }

  private static void read(TermsEnum terms, int base, List<List<Occurrence>> texts)
      throws IOException {
    PostingsEnum postings = null;
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      String stem = term.utf8ToString();
      postings = terms.postings(postings, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        List<Occurrence> text = texts.get(base + postings.docID());
        for (int i = postings.freq(); i > 0; i--) {
          text.add(new Occurrence(postings.nextPosition(), stem));
        }
      }
    }
  }

  /** The places of the papers that have a stem, ascending; not to be changed. */
  public int[] having(String stem) {
    return places.getOrDefault(stem, NOWHERE);
  }

  public boolean has(int place, String stem) {
    return Arrays.binarySearch(having(stem), place) >= 0;
  }

  /** Whether a paper has the one stem and then, at most one word between, the other. */
  public boolean inOrder(int place, String one, String other) {
    // Most papers lack one of them, and reading a text takes longer than looking that up.
    if (!has(place, one) || !has(place, other)) {
      return false;
    }
    String[] text = stems[place];
    for (int i = 0; i < text.length; i++) {
      if (text[i].equals(one)) {
        for (int next = i + 1; next < text.length && next <= i + 2; next++) {
          // Between the title and the abstract lies a gap.
          if (text[next].equals(other) && positions[place][next] - positions[place][i] <= 2) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a stem stands in the title. */
  public boolean inTitle(int place, String stem) {
    String[] text = stems[place];
    for (int i = 0; i < text.length && positions[place][i] < PaperDocuments.GAP; i++) {
      if (text[i].equals(stem)) {
        return true;
      }
    }
    return false;
  }

  /** How often a paper has a stem. */
  public int count(int place, String stem) {
    int count = 0;
    for (String each : stems[place]) {
      count += each.equals(stem) ? 1 : 0;
    }
    return count;
  }

  /** How many words a paper has, as a share of what papers have in the mean. */
  public double length(int place) {
    return stems[place].length / meanLength;
  }
}
