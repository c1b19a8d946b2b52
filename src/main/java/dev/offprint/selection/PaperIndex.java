package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.apache.lucene.util.BytesRef;

/**
 * Papers that can be searched, in memory; safe for use by many threads.
 *
 * <p>A paper is known by its place: they are sorted newest day first, then by upvotes, then by id,
 * and equally good matches come in this order.
 */
final class PaperIndex implements AutoCloseable {
  static final String TEXT = "text";
  static final String TITLE = "title";
  static final String AUTHOR = "author";
  static final String CATEGORY = "category";

  private static final String DAY = "day";
  private static final String UPVOTES = "upvotes";
  private static final String ID = "id";
  // Far above any paper's own words, so that no phrase spans title and abstract.
  private static final int GAP = 1_000;
  // Lucene takes terms of up to 32,766 bytes; no category that means something is near that.
  private static final int LONGEST_CATEGORY = 200;

  // One buffer a file: small reads, of which every query makes many, then cost least.
  private final ByteBuffersDirectory directory =
      new ByteBuffersDirectory(
          new SingleInstanceLockFactory(),
          ByteBuffersDataOutput::new,
          ByteBuffersDirectory.OUTPUT_AS_ONE_BUFFER);
  private final AuthorNames authors = new AuthorNames();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final List<PaperId> ids;

  private PaperIndex(Consumer<Consumer<Text>> papers) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, configuration())) {
      papers.accept(text -> add(writer, text));
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    // Every interest is asked once; caching its clauses would only cost.
    searcher.setQueryCache(null);
    ids = ids(reader);
  }

  /** An index of all the papers that the source hands over, each of them once. */
  static PaperIndex of(Consumer<Consumer<Candidate>> papers) {
    return made(texts -> papers.accept(candidate -> texts.accept(Text.of(candidate))));
  }

  /** An index of some papers, whose texts are worked out on all processors. */
  static PaperIndex of(Collection<Candidate> papers) {
    return made(texts -> papers.parallelStream().map(Text::of).forEachOrdered(texts));
  }

  /** A paper with its text as people read it, which takes a while to work out. */
  private record Text(Candidate candidate, String title, String abstractText) {
    static Text of(Candidate candidate) {
      return new Text(candidate, candidate.paper().shownTitle(), candidate.paper().shownAbstract());
    }
  }

  private static PaperIndex made(Consumer<Consumer<Text>> papers) {
    try {
      return new PaperIndex(papers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of each paper by its place. */
  List<PaperId> ids() {
    return ids;
  }

  /** The places of the best matches, best first, at most {@code limit}. */
  int[] search(ParsedInterest interest, int limit) {
    return Stream.of(hits(interest, limit)).mapToInt(hit -> hit.doc).toArray();
  }

  /** The best matches with their scores, all above 0, best first, at most {@code limit}. */
  ScoreDoc[] hits(ParsedInterest interest, int limit) {
    return interest.alternatives().isEmpty()
        ? new ScoreDoc[0]
        : found(InterestQuery.of(interest, authors), limit);
  }

  /** The places of the papers that meet what an interest demands beside its words. */
  BitSet meeting(ParsedInterest interest) {
    BitSet meeting = new BitSet(ids.size());
    for (ScoreDoc hit : found(InterestQuery.conditions(interest, authors), ids.size())) {
      meeting.set(hit.doc);
    }
    return meeting;
  }

  /** How well each paper fits the words of a text, by place; 0 when it has none of them. */
  float[] wordScores(String text) {
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

  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig(positionGaps())
        .setIndexSort(
            new Sort(
                new SortField(DAY, SortField.Type.LONG, true),
                new SortField(UPVOTES, SortField.Type.LONG, true),
                new SortField(ID, SortField.Type.STRING)));
  }

  private static Analyzer positionGaps() {
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return EnglishText.ANALYZER;
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return GAP;
      }
    };
  }

  private void add(IndexWriter writer, Text text) {
    Candidate candidate = text.candidate();
    Paper paper = candidate.paper();
    Document document = new Document();
    document.add(new SortedDocValuesField(ID, new BytesRef(paper.id().value())));
    document.add(new NumericDocValuesField(DAY, paper.dates().announced().toEpochDay()));
    document.add(new NumericDocValuesField(UPVOTES, candidate.popularity().upvotes()));
    document.add(new TextField(TITLE, text.title(), Field.Store.NO));
    document.add(new TextField(TEXT, text.title(), Field.Store.NO));
    document.add(new TextField(TEXT, text.abstractText(), Field.Store.NO));
    paper.authors().stream()
        .map(author -> PersonName.of(author.name()))
        .distinct()
        .forEach(
            name -> {
              authors.add(name);
              document.add(new StringField(AUTHOR, name.toString(), Field.Store.NO));
            });
    paper.categories().stream()
        .filter(category -> category.length() <= LONGEST_CATEGORY)
        .map(category -> category.toLowerCase(Locale.ROOT))
        .distinct()
        .forEach(code -> document.add(new StringField(CATEGORY, code, Field.Store.NO)));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PaperId> ids(DirectoryReader reader) throws IOException {
    List<PaperId> ids = new ArrayList<>(reader.maxDoc());
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues values = leaf.reader().getSortedDocValues(ID);
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
