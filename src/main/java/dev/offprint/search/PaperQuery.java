package dev.offprint.search;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among all papers. Any text will do, of which the first {@value
 * InterestParser#MAX_CHARACTERS} characters are read.
 *
 * @param text read as an interest is; blank for all papers
 * @param category as after {@code cat:} in an interest, such as {@code cs.LG}, {@code cs} or {@code
 *     cs.*}; blank for all
 * @param from the first day of announcement; null for no first one
 * @param to the last such day; null for no last one
 * @param order of what matches; without a text it is always the newest first
 */
public record PaperQuery(
    String text, String category, @Nullable LocalDate from, @Nullable LocalDate to, Order order) {

  /** Which paper comes first. */
  public enum Order {
    /** The one that fits best. */
    BEST,
    /** The one that was announced last. */
    NEWEST
  }

  /** The best first. */
  public PaperQuery(
      String text, String category, @Nullable LocalDate from, @Nullable LocalDate to) {
    this(text, category, from, to, Order.BEST);
  }

  /** Any paper that matches a text. */
  public static PaperQuery of(String text) {
    return new PaperQuery(text, "", null, null);
  }

  /** The same in another order. */
  public PaperQuery in(Order other) {
    return new PaperQuery(text, category, from, to, other);
  }

  boolean isBestFirst() {
    return hasText() && order == Order.BEST;
  }

  boolean hasText() {
    return !text.isBlank();
  }

  /** Empty when nothing can match. */
  Optional<Query> inLucene(AuthorNames authors) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (hasText()) {
      ParsedInterest wanted = InterestParser.parse(text);
      if (wanted.alternatives().isEmpty()) {
        return Optional.empty();
      }
      all.add(InterestQuery.of(wanted, authors), Occur.MUST);
    } else {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    if (!category.isBlank()) {
      String code = category.strip();
      if (code.length() > PaperDocuments.LONGEST_CATEGORY) {
        return Optional.empty();
      }
      all.add(InterestQuery.query(new Clause.Category(code)), Occur.FILTER);
    }
    if (from != null || to != null) {
      all.add(
          NumericDocValuesField.newSlowRangeQuery(
              PaperDocuments.DAY,
              from == null ? Long.MIN_VALUE : from.toEpochDay(),
              to == null ? Long.MAX_VALUE : to.toEpochDay()),
          Occur.FILTER);
    }
    return Optional.of(all.build());
  }
}
