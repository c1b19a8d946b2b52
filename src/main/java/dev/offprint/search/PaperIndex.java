package dev.offprint.search;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.search.PaperDocuments.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * Papers that can be searched, in memory; safe for use by many threads.
 *
 * <p>A paper is known by its place: they are sorted newest day first, then by upvotes, then by id,
 * and equally good matches come in this order.
 */
public final class PaperIndex implements SearchedPapers, AutoCloseable {
  // One buffer a file: small reads, of which every query makes many, then cost least.
  private final ByteBuffersDirectory directory =
      new ByteBuffersDirectory(
          new SingleInstanceLockFactory(),
          ByteBuffersDataOutput::new,
          ByteBuffersDirectory.OUTPUT_AS_ONE_BUFFER);
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final AuthorNames authors;
  private final List<PaperId> ids;
  private final IndexedTerms terms;

  private PaperIndex(Stream<Text> papers) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, PaperDocuments.configuration())) {
      papers.forEachOrdered(text -> add(writer, text));
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    // Every interest is asked once; caching its clauses would only cost.
    searcher.setQueryCache(null);
    authors = new AuthorNames(reader);
    ids = ids(reader);
    terms = IndexedTerms.of(reader);
  }

  /** An index of some papers, whose texts are worked out on all processors. */
  public static PaperIndex of(Collection<Candidate> papers) {
    try {
      return new PaperIndex(papers.parallelStream().map(Text::of));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of each paper by its place. */
  public List<PaperId> ids() {
    return ids;
  }

  /** The places of the best matches, best first, at most {@code limit}. */
  public int[] search(ParsedInterest interest, int limit) {
    return Stream.of(hits(interest, limit)).mapToInt(hit -> hit.doc).toArray();
  }

  /** The best matches with their scores, all above 0, best first, at most {@code limit}. */
  ScoreDoc[] hits(ParsedInterest interest, int limit) {
    return interest.alternatives().isEmpty()
        ? new ScoreDoc[0]
        : found(InterestQuery.of(interest, authors), limit);
  }

  /** The places of the papers that meet what an interest demands beside its words. */
  public BitSet meeting(ParsedInterest interest) {
    return places(InterestQuery.conditions(interest, authors));
  }

  /** The places of the papers that have all that an alternative requires beside its words. */
  @Override
  public BitSet meeting(ParsedInterest.Alternative alternative) {
    return places(InterestQuery.required(alternative, authors));
  }

  /** The places of the papers that have any of these. */
  @Override
  public BitSet havingAny(List<Clause> clauses) {
    return places(InterestQuery.any(clauses, authors));
  }

  private BitSet places(Query query) {
    BitSet places = new BitSet(ids.size());
    for (ScoreDoc hit : found(query, ids.size())) {
      places.set(hit.doc);
    }
    return places;
  }

  /** Which stems the papers have. */
  @Override
  public IndexedTerms terms() {
    return terms;
  }

  /** How well each paper fits the words of a text, by place; 0 when it has none of them. */
  public float[] wordScores(String text) {
    float[] scores = new float[ids.size()];
    for (ScoreDoc hit : found(InterestQuery.anyWord(text), ids.size())) {
      scores[hit.doc] = hit.score;
    }
    return scores;
  }

  private ScoreDoc[] found(Query query, int limit) {
    if (ids.isEmpty()) {
      return new ScoreDoc[0];
    }
    try {
      int most = Math.min(limit, ids.size());
      return searcher.search(query, new TopScoreDocCollectorManager(most, most)).scoreDocs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(IndexWriter writer, Text text) {
    try {
      writer.addDocument(PaperDocuments.of(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PaperId> ids(DirectoryReader reader) throws IOException {
    List<PaperId> ids = new ArrayList<>(reader.maxDoc());
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues values = leaf.reader().getSortedDocValues(PaperDocuments.ID);
      for (int doc = 0; values != null && doc < leaf.reader().maxDoc(); doc++) {
        values.advanceExact(doc);
        ids.add(new PaperId(values.lookupOrd(values.ordValue()).utf8ToString()));
      }
    }
    return List.copyOf(ids);
  }

  @Override
  public void close() {
    try (directory) {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
