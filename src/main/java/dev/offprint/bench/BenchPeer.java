package dev.offprint.bench;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.subscribers.Interest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What one would do without Offprint: an index of the papers by Lucene's English analyzer, and for
 * each subscriber one query of all their interests, for the best ten.
 */
final class BenchPeer implements AutoCloseable {
  private static final int BEST = 10;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final EnglishAnalyzer analyzer = new EnglishAnalyzer();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  BenchPeer(List<Paper> papers) {
    try {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Paper paper : papers) {
          writer.addDocument(document(paper));
        }
        writer.forceMerge(1);
      }
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Paper paper) {
    Document document = new Document();
    String text = paper.shownTitle() + "\n" + paper.shownAbstract();
    document.add(new TextField("text", text, Field.Store.NO));
    String authors = paper.authors().stream().map(Author::name).collect(Collectors.joining("\n"));
    document.add(new TextField("author", authors, Field.Store.NO));
    paper
        .categories()
        .forEach(category -> document.add(new StringField("cat", category, Field.Store.NO)));
    return document;
  }

  /** How many papers it finds for a subscriber. */
  int find(List<Interest> interests) {
    QueryBuilder words = new QueryBuilder(analyzer);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Interest interest : interests) {
      Query query = query(interest.line(), words);
      if (query != null) {
        any.add(query, Occur.SHOULD);
      }
    }
    try {
      return searcher.search(any.build(), BEST).scoreDocs.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Query query(String line, QueryBuilder words) {
    if (line.startsWith("cat:")) {
      return new TermQuery(new Term("cat", line.substring("cat:".length())));
    }
    if (line.startsWith("author:")) {
      return words.createPhraseQuery("author", line.substring("author:".length()));
    }
    return line.startsWith("\"")
        ? words.createPhraseQuery("text", line)
        : words.createBooleanQuery("text", line);
  }

  @Override
  public void close() {
    try (directory;
        analyzer) {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
