package dev.offprint.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How text becomes terms, the same for papers and for interests: the words of the Unicode standard,
 * in lower case, without accents, in plain forms and American spelling, as English stems.
 *
 * <p>Unlike Lucene's own English analyzer it keeps the stop words, so that a quoted phrase can ask
 * for them; an interest leaves them out on its own side.
 */
public final class EnglishText {
  /** For the index; safe for use by many threads. */
  static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected Reader initReader(String field, Reader text) {
          return PlainForms.in(text);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
          StandardTokenizer words = new StandardTokenizer();
          return new TokenStreamComponents(
              words,
              new PorterStemFilter(
                  new BritishSpelling(
                      new ASCIIFoldingFilter(
                          new LowerCaseFilter(new EnglishPossessiveFilter(words))))));
        }
      };

  private EnglishText() {}

  /**
   * The terms of a text and the part of it they were found in.
   *
   * @param spelling from the first word to the last, as written, without punctuation around it
   */
  record Terms(List<String> stems, String spelling) {}

  static Terms analyze(String text) {
    List<Token> tokens = tokens(text);
    return new Terms(
        tokens.stream().map(Token::stem).toList(),
        tokens.isEmpty() ? "" : text.substring(tokens.getFirst().from(), tokens.getLast().to()));
  }

  /**
   * One word of a text.
   *
   * @param from where it begins in the text
   * @param to behind its last character
   */
  public record Token(String stem, int from, int to) {}

  /** The words of a text, in order. */
  public static List<Token> tokens(String text) {
    List<Token> found = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        // Texts that are cached have few different words, and each many times.
        String stem = term.toString().intern();
        found.add(new Token(stem, offset.startOffset(), offset.endOffset()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found);
  }

  public static List<String> stems(String text) {
    return analyze(text).stems();
  }
}
