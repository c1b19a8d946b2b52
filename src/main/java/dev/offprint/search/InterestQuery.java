package dev.offprint.search;

import dev.offprint.search.ParsedInterest.Alternative;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * An interest as a Lucene query. Words and phrases score by BM25 over title and abstract together;
 * categories only filter.
 */
final class InterestQuery {
  // What a rare word scores in a short text: an author weighs as much as a telling word.
  private static final float AUTHOR_SCORE = 5;
  // Words of one expression may have so many others between them, at a lower score.
  private static final int SLOP = 2;
  // Far more than a text of 4,000 characters has.
  private static final int MOST_TERMS = 1_000;

  private InterestQuery() {}

  /** The query for an interest with at least one alternative. */
  static Query of(ParsedInterest interest, AuthorNames authors) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Alternative alternative : interest.alternatives()) {
      any.add(query(alternative, authors), Occur.SHOULD);
    }
    if (interest.exclusions().isEmpty()) {
      return any.build();
    }
    BooleanQuery.Builder rest = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
    for (Clause exclusion : interest.exclusions()) {
      rest.add(query(exclusion, authors), Occur.MUST_NOT);
    }
    return rest.build();
  }

  /**
   * What a paper must meet before its words count: an alternative's required clauses, or of several
   * alternatives also enough words of one; and no exclusion.
   */
  static Query conditions(ParsedInterest interest, AuthorNames authors) {
    boolean several = interest.alternatives().size() > 1;
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Alternative alternative : interest.alternatives()) {
      any.add(
          several || !alternative.required().isEmpty()
              ? query(several ? alternative : alternative.withoutWords(), authors)
              : MatchAllDocsQuery.INSTANCE,
          Occur.SHOULD);
    }
    BooleanQuery.Builder rest = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
    interest.exclusions().forEach(clause -> rest.add(query(clause, authors), Occur.MUST_NOT));
    return rest.build();
  }

  /** What a paper must have beside the words of an alternative. */
  static Query required(Alternative alternative, AuthorNames authors) {
    return query(alternative.withoutWords(), authors);
  }

  /** Any of these clauses. */
  static Query any(List<Clause> clauses, AuthorNames authors) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    clauses.forEach(clause -> any.add(query(clause, authors), Occur.SHOULD));
    return any.build();
  }

  /**
   * Scores every paper that has one of the terms of a text, by BM25; a term counts as often as the
   * text has it. Common words are left out.
   */
  static Query anyWord(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    CommonWords.telling(text).forEach(stem -> counts.merge(stem, 1, Integer::sum));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    counts.entrySet().stream()
        .limit(MOST_TERMS)
        .forEach(
            term ->
                any.add(
                    new BoostQuery(
                        new TermQuery(new Term(PaperDocuments.TEXT, term.getKey())),
                        term.getValue()),
                    Occur.SHOULD));
    return any.build();
  }

  private static Query query(Alternative alternative, AuthorNames authors) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (!alternative.words().isEmpty()) {
      BooleanQuery.Builder words = new BooleanQuery.Builder();
      alternative
          .words()
          .forEach(word -> words.add(phrase(PaperDocuments.TEXT, word.stems(), 0), Occur.SHOULD));
      words.setMinimumNumberShouldMatch(alternative.minimum());
      all.add(words.build(), Occur.MUST);
    }
    alternative
        .expression()
        .ifPresent(
            phrase -> all.add(phrase(PaperDocuments.TEXT, phrase.stems(), SLOP), Occur.SHOULD));
    for (Clause clause : alternative.required()) {
      all.add(
          query(clause, authors), clause instanceof Clause.Category ? Occur.FILTER : Occur.MUST);
    }
    return all.build();
  }

  private static Query query(Clause clause, AuthorNames authors) {
    return switch (clause) {
      case Clause.Word word -> phrase(PaperDocuments.TEXT, word.stems(), 0);
      case Clause.Phrase phrase ->
          phrase(phrase.inTitle() ? PaperDocuments.TITLE : PaperDocuments.TEXT, phrase.stems(), 0);
      case Clause.Author author ->
          new BoostQuery(
              new ConstantScoreQuery(
                  new TermInSetQuery(
                      PaperDocuments.AUTHOR,
                      authors.named(author.name()).stream()
                          .map(name -> new BytesRef(name.toString()))
                          .toList())),
              AUTHOR_SCORE);
      case Clause.Category category -> query(category);
    };
  }

  static Query query(Clause.Category category) {
    if (category.hasStar()) {
      return new PrefixQuery(new Term(PaperDocuments.CATEGORY, category.start()));
    }
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(PaperDocuments.CATEGORY, category.start())), Occur.SHOULD)
        .add(
            new PrefixQuery(new Term(PaperDocuments.CATEGORY, category.start() + ".")),
            Occur.SHOULD)
        .build();
  }

  private static Query phrase(String field, List<String> stems, int slop) {
    return stems.size() == 1
        ? new TermQuery(new Term(field, stems.getFirst()))
        : new PhraseQuery(slop, field, stems.toArray(String[]::new));
  }
}
