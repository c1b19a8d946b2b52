package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Checks reasons against the papers, by other means than those that found them. */
final class TrueReasons {
  private static final Analyzer ENGLISH = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
  private static final Pattern EXCLUSION = Pattern.compile("(?:^| )-(\\w+)");

  private static final Pattern NOT_SUBJECT = Pattern.compile("(?:^| )-\\w+|cat:\\S+");
  private final Map<String, List<String>> known = new HashMap<>();
  private final Map<List<LocalDate>, List<Candidate>> announced = new HashMap<>();

  private final PaperStore papers;
  private final StoredVectors vectors;

  TrueReasons(PaperStore papers, StoredVectors vectors) {
    this.papers = papers;
    this.vectors = vectors;
  }

  /** Forgets the papers of the store, which has taken in others. */
  void papersCame() {
    known.clear();
    announced.clear();
  }

  /** Fails when the reason is not true of the paper on that day, as the store has it now. */
  void check(ChosenPaper chosen, LocalDate day) {
    switch (chosen.reason()) {
      case Reason.Matched matched -> checkMatched(chosen.paper(), matched);
      case Reason.Close close -> checkClose(chosen.paper(), close.interest().line(), day);
      case Reason.Alike alike -> {
        assertThat(alike.paper()).isNotEqualTo(chosen.paper().id());
        assertThat(papers.find(alike.paper()).orElseThrow().paper().shownTitle())
            .isEqualTo(alike.title());
      }
      case Reason.Trending trending -> checkTrending(chosen.paper(), trending, day);
      case Reason.TrendingOfWeek trending -> checkTrending(chosen.paper(), trending, day);
    }
  }

  private void checkMatched(Paper paper, Reason.Matched matched) {
    String line = matched.interest().line();
    assertThat(matched.words()).as(line).isNotEmpty();
    for (String piece : matched.words()) {
      assertThat(line).contains(piece);
      assertThat(stands(piece, line, paper))
          .as("'%s' of the interest '%s' in %s", piece, line, paper.id())
          .isTrue();
    }
    Matcher exclusion = EXCLUSION.matcher(line);
    while (exclusion.find()) {
      assertThat(contains(text(paper), exclusion.group(1)))
          .as("%s in %s", line, paper.id())
          .isFalse();
    }
  }

  private boolean stands(String piece, String line, Paper paper) {
    String before = line.substring(0, line.indexOf(piece));
    if (before.matches("(?s).*author:\"?")) {
      return paper.authors().stream().anyMatch(author -> names(piece, author));
    }
    if (before.matches("(?s).*cat:")) {
      return paper.categories().stream()
          .anyMatch(
              category ->
                  piece.endsWith("*")
                      ? category.startsWith(piece.substring(0, piece.length() - 1))
                      : category.equals(piece) || category.startsWith(piece + "."));
    }
    return contains(before.endsWith("title:") ? paper.shownTitle() : text(paper), piece);
  }

  /** Every part of the name is one of the author's, or the initial of one. */
  private static boolean names(String name, Author author) {
    List<String> parts = parts(author.name());
    return parts(name).stream()
        .allMatch(
            wanted ->
                parts.stream()
                    .anyMatch(
                        part ->
                            part.equals(wanted)
                                || (part.length() == 1 && wanted.startsWith(part))
                                || (wanted.length() == 1 && part.startsWith(wanted))));
  }

  private static List<String> parts(String name) {
    return Arrays.stream(plain(name).toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String text(Paper paper) {
    return paper.shownTitle() + "\n" + paper.shownAbstract();
  }

  /** Whether the words stand in the text one after the other, each by its stem. */
  private boolean contains(String text, String words) {
    List<String> wanted = stems(words);
    assertThat(wanted).as(words).isNotEmpty();
    return Collections.indexOfSubList(known.computeIfAbsent(text, TrueReasons::stems), wanted) >= 0;
  }

  /** As both spellings of English are one; a word that is none afterwards is none on both sides. */
  private static String american(String text) {
    return text.replaceAll("(?i)fibre", "fiber")
        .replaceAll("(?i)(colo|behavio|neighbo|tumo|vapo|favo|labo|flavo)ur", "$1r")
        .replaceAll("(?i)centre", "center")
        .replaceAll("(?i)(\\p{L}{3})is(e[drs]?|ers|ations?|ing)\\b", "$1iz$2");
  }

  private static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    try (TokenStream tokens = ENGLISH.tokenStream("", american(plain(text)))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        stems.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
  }

  /** By the plain cosine: nearer than the papers of that week are on the average. */
  private void checkClose(Paper paper, String line, LocalDate day) {
    Matcher exclusion = EXCLUSION.matcher(line);
    while (exclusion.find()) {
      assertThat(contains(text(paper), exclusion.group(1)))
          .as("%s in %s", line, paper.id())
          .isFalse();
    }
    String subject = NOT_SUBJECT.matcher(line).replaceAll(" ").strip();
    Map<PaperId, String> texts = new HashMap<>();
    papers
        .announced(day.minusDays(7), day)
        .forEach(each -> texts.put(each.paper().id(), text(each.paper())));
    Map<String, float[]> ofTexts = vectors.ofTexts(texts.values());
    float[] query = Objects.requireNonNull(vectors.ofQueries(List.of(subject)).get(subject));
    double mean =
        texts.values().stream()
            .mapToDouble(text -> cosine(query, Objects.requireNonNull(ofTexts.get(text))))
            .average()
            .orElseThrow();
    assertThat(cosine(query, Objects.requireNonNull(ofTexts.get(text(paper)))))
        .as("%s is close to %s", paper.id(), line)
        .isGreaterThan(mean);
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private void checkTrending(Paper paper, Reason.Trending trending, LocalDate day) {
    LocalDate announced = paper.dates().announced();
    List<Candidate> sameDay = announced(announced, announced);
    int upvotes = upvotes(paper, sameDay);
    assertThat(trending)
        .as("%s on %s", paper.id(), day)
        .isEqualTo(
            new Reason.Trending(upvotes, ahead(upvotes, sameDay) + 1, announced.equals(day)));
  }

  private void checkTrending(Paper paper, Reason.TrendingOfWeek trending, LocalDate day) {
    List<Candidate> week = announced(day.minusDays(7), day);
    int upvotes = upvotes(paper, week);
    assertThat(trending)
        .as("%s in the week to %s", paper.id(), day)
        .isEqualTo(new Reason.TrendingOfWeek(upvotes, ahead(upvotes, week) + 1));
  }

  private List<Candidate> announced(LocalDate from, LocalDate to) {
    return announced.computeIfAbsent(List.of(from, to), days -> papers.announced(from, to));
  }

  private static int upvotes(Paper paper, List<Candidate> candidates) {
    int upvotes =
        candidates.stream()
            .filter(other -> other.paper().id().equals(paper.id()))
            .mapToInt(found -> found.popularity().upvotes())
            .findFirst()
            .orElseThrow();
    assertThat(upvotes).isPositive();
    return upvotes;
  }

  private static int ahead(int upvotes, List<Candidate> candidates) {
    return (int)
        candidates.stream()
            .filter(other -> other.paper().dates().withdrawn() == null)
            .filter(other -> other.popularity().upvotes() > upvotes)
            .count();
  }
}
