package dev.offprint.sources.dates;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of dates in the languages that feeds are written in. */
final class DateWords {
  private static final List<Locale> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv").stream()
          .map(Locale::of)
          .toList();
  private static final Map<String, Month> MONTHS = months();
  private static final Set<String> OTHERS = others();

  private DateWords() {}

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
          months.putIfAbsent(folded(month.getDisplayName(style, language)), month);
        }
      }
    }
    for (Month month : Month.values()) {
      String english = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      months.put(folded(english.substring(0, 3)), month);
    }
    months.put("sept", Month.SEPTEMBER);
    return months;
  }

  private static Set<String> others() {
    Set<String> others = new HashSet<>(List.of("at", "on", "of", "the", "um", "den", "de", "le"));
    for (Locale language : LANGUAGES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          others.add(folded(day.getDisplayName(style, language)));
        }
      }
    }
    others.addAll(List.of("tues", "wednes", "thur", "thurs"));
    return others;
  }

  /** In small letters, without accents and the period of an abbreviation. */
  private static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}.]", "")
        .toLowerCase(Locale.ROOT);
  }

  static Optional<Month> month(String word) {
    return Optional.ofNullable(MONTHS.get(folded(word)));
  }

  /** Whether it names a day of the week, or says nothing. */
  static boolean isIdle(String word) {
    return OTHERS.contains(folded(word));
  }
}
