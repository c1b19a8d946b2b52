package dev.offprint.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * Words that say nothing about a paper's subject: Lucene's English stop words, and those with which
 * people word a question or a request.
 */
public final class CommonWords {
  private static final String IN_QUESTIONS =
      """
      about all also am any anything been being can could did do does doing done from had has have
      having he her his how i its may me might must my our over paper papers she should so some
      something than them those through us very via we were what when where whether which while
      who whom whose why within without would you your
      """;

  private static final Set<String> STEMS =
      Stream.concat(
              EnglishAnalyzer.getDefaultStopSet().stream().map(word -> new String((char[]) word)),
              Stream.of(IN_QUESTIONS))
          .flatMap(words -> EnglishText.stems(words).stream())
          .collect(Collectors.toUnmodifiableSet());

  private CommonWords() {}

  /** The stems of a text in its order, without common ones. */
  public static List<String> telling(String text) {
    return EnglishText.stems(text).stream().filter(stem -> !STEMS.contains(stem)).toList();
  }

  static boolean allCommon(List<String> stems) {
    return STEMS.containsAll(stems);
  }
}
