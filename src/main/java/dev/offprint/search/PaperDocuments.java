package dev.offprint.search;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** How papers stand in an index. Whoever changes it raises {@link #FORMAT}. */
final class PaperDocuments {
  /** An index on the disk that was made otherwise is made anew. */
  static final int FORMAT = 2;

  static final String TEXT = "text";
  static final String TITLE = "title";
  static final String AUTHOR = "author";
  static final String CATEGORY = "category";
  static final String DAY = "day";
  static final String ID = "id";

  /** Lucene takes terms of up to 32,766 bytes; no category that means something is near that. */
  static final int LONGEST_CATEGORY = 200;

  private static final String UPVOTES = "upvotes";
  // Far above any paper's own words, so that no phrase spans title and abstract.
  static final int GAP = 1_000;

  private PaperDocuments() {}

  /**
   * A paper with its text as people read it, which takes a while to work out.
   *
   * @param title as shown
   * @param abstractText as shown
   */
  record Text(Candidate candidate, String title, String abstractText) {
    static Text of(Candidate candidate) {
      return new Text(candidate, candidate.paper().shownTitle(), candidate.paper().shownAbstract());
    }
  }

  /** Newest day first, then by upvotes, then by id. */
  static SortField[] order() {
    return new SortField[] {
      new SortField(DAY, SortField.Type.LONG, true),
      new SortField(UPVOTES, SortField.Type.LONG, true),
      new SortField(ID, SortField.Type.STRING)
    };
  }

  static IndexWriterConfig configuration() {
    return new IndexWriterConfig(positionGaps()).setIndexSort(new Sort(order()));
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

  static Document of(Text text) {
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
              document.add(new StringField(AUTHOR, name.toString(), Field.Store.NO));
              AuthorNames.terms(name)
                  .forEach(
                      term ->
                          document.add(new StringField(AuthorNames.FIELD, term, Field.Store.NO)));
            });
    paper.categories().stream()
        .filter(category -> category.length() <= LONGEST_CATEGORY)
        .map(category -> category.toLowerCase(Locale.ROOT))
        .distinct()
        .forEach(code -> document.add(new StringField(CATEGORY, code, Field.Store.NO)));
    return document;
  }
}
