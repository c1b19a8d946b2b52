package dev.offprint.interests;

import dev.offprint.search.BackgroundWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The categories of arXiv (https://arxiv.org/category_taxonomy), and those of its archives whose
 * codes cannot be taken for a word.
 */
final class ArxivCategories {
  private static final Pattern CODE_BEHIND =
      Pattern.compile("\\s*[(\\[]([\\w.-]{2,20})[)\\]]\\s*$");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, Category> BY_CODE = new HashMap<>();
  private static final Map<String, List<Category>> BY_NAME = new HashMap<>();

  static {
    for (String line : BackgroundWords.resource("/dev/offprint/interests/arxiv-categories.tsv")) {
      int tab = line.indexOf('\t');
      Category category = new Category(line.substring(0, tab), line.substring(tab + 1));
      BY_CODE.put(category.code().toLowerCase(Locale.ROOT), category);
      BY_NAME.computeIfAbsent(key(category.name()), key -> new ArrayList<>()).add(category);
    }
  }

  private ArxivCategories() {}

  record Category(String code, String name) {}

  /** The category whose code the text is, such as {@code cs.lg}. */
  static Optional<Category> ofCode(String text) {
    return Optional.ofNullable(BY_CODE.get(text.strip().toLowerCase(Locale.ROOT)));
  }

  /**
   * The categories whose name the whole text is, with or without the code in parentheses; several
   * archives have some names.
   */
  static List<Category> ofName(String text) {
    Matcher behind = CODE_BEHIND.matcher(text);
    if (behind.find()) {
      Optional<Category> named = ofCode(behind.group(1));
      if (named.isPresent()) {
        return List.of(named.get());
      }
    }
    return BY_NAME.getOrDefault(key(text), List.of());
  }

  private static String key(String name) {
    String words = name.toLowerCase(Locale.ROOT).replace("&", " and ");
    return BETWEEN_WORDS.matcher(words).replaceAll(" ").strip();
  }
}
