package dev.offprint.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many papers of a background collection have a word: what is usual in abstracts, whatever the
 * papers of the day are.
 *
 * @param papers how many papers were counted
 * @param frequencies by the word in lower case, without accents; a word that fewer than {@value
 *     #RAREST} papers have is not among them
 */
public record BackgroundWords(int papers, Map<String, Integer> frequencies) {
  /** Words that fewer papers have are not told apart from misspelled ones. */
  public static final int RAREST = 8;

  static final String RESOURCE = "background/words.tsv";
  static final String DOCUMENTS = "#documents";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,24}");

  // Read when the first text is judged, which most commands never do.
  private static final class Shipped {
    static final BackgroundWords WORDS = read();
  }

  public BackgroundWords {
    frequencies = Collections.unmodifiableMap(frequencies);
  }

  public static BackgroundWords shipped() {
    return Shipped.WORDS;
  }

  private static BackgroundWords read() {
    Map<String, Integer> frequencies = new HashMap<>();
    for (String line : resource(BackgroundWords.class, RESOURCE)) {
      int tab = line.indexOf('\t');
      frequencies.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
    }
    int papers = Objects.requireNonNull(frequencies.remove(DOCUMENTS));
    return new BackgroundWords(papers, frequencies);
  }

  /** The lines of a file that is part of the program and stands beside a class. */
  public static List<String> resource(Class<?> beside, String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(name)), UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a text that could be counted, each once. */
  static Set<String> in(String text) {
    return LETTERS
        .matcher(plain(text))
        .results()
        .map(run -> run.group())
        .filter(run -> WORD.matcher(run).matches())
        .collect(Collectors.toSet());
  }

  /** In lower case and without accents, as words are counted. */
  public static String plain(String text) {
    Matcher marks = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD));
    return marks.replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** How many papers have the word; 0 when hardly any has. */
  public int frequency(String word) {
    return frequencies.getOrDefault(plain(word), 0);
  }
}
