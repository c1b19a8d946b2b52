package dev.offprint.interests;

import dev.offprint.search.BackgroundWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The categories of arXiv (https://arxiv.org/category_taxonomy), and those of its archives whose
 * codes cannot be taken for a word.
 */
public final class ArxivCategories {
  private static final int MOST_NEAR = 3;

  /** A shorter code without a point is too near to many others. */
  private static final int SHORTEST = 4;

  private static final Pattern CODE_BEHIND =
      Pattern.compile("\\s*[(\\[]([\\w.-]{2,20})[)\\]]\\s*$");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, Category> BY_CODE = new HashMap<>();
  private static final Map<String, List<Category>> BY_NAME = new HashMap<>();

  static {
    for (String line : BackgroundWords.resource(ArxivCategories.class, "arxiv-categories.tsv")) {
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
   * Says of a code that arXiv has neither such a category nor such an archive, and what may have
   * been meant; empty when it has one. A category that is newer than this list is not known here.
   */
  public static Optional<String> unknown(String code) {
    String wanted = code.toLowerCase(Locale.ROOT);
    if (BY_CODE.containsKey(wanted)
        || BY_CODE.keySet().stream().anyMatch(other -> other.startsWith(wanted + "."))) {
      return Optional.empty();
    }
    List<Category> near = near(code);
    return Optional.of(
        near.isEmpty()
            ? code
            : String.format(Locale.ROOT, "%s (did you mean %s?)", code, near.getFirst().code()));
  }

  /**
   * What may have been meant by a code that looks like one of arXiv's and is none.
   *
   * @param code as after {@code cat:}, without a star
   * @return the nearest ones, at most {@value #MOST_NEAR}; empty when there is such a category, or
   *     the code is one of another source
   */
  static List<Category> near(String code) {
    String wanted = code.toLowerCase(Locale.ROOT);
    int dot = wanted.indexOf('.');
    if (BY_CODE.containsKey(wanted) || (dot < 0 && wanted.length() < SHORTEST)) {
      return List.of();
    }
    String archive = dot < 0 ? wanted : wanted.substring(0, dot);
    boolean known = BY_CODE.keySet().stream().anyMatch(other -> other.startsWith(archive + "."));
    if (dot < 0) {
      return known ? List.of() : nearest(wanted, 1, other -> true);
    }
    if (!known) {
      return nearest(wanted, 2, other -> other.indexOf('.') > 0);
    }
    String subject = wanted.substring(dot);
    List<Category> elsewhere =
        BY_CODE.values().stream()
            .filter(category -> category.code().toLowerCase(Locale.ROOT).endsWith(subject))
            .sorted(Comparator.comparing(Category::code))
            .toList();
    return elsewhere.isEmpty()
        ? nearest(wanted, wanted.length(), other -> other.startsWith(archive + "."))
        : elsewhere.stream().limit(MOST_NEAR).toList();
  }

  private static List<Category> nearest(String code, int most, Predicate<String> among) {
    Map<String, Integer> distances = new HashMap<>();
    for (String other : BY_CODE.keySet()) {
      if (among.test(other)) {
        distances.put(other, Spelling.distance(code, other));
      }
    }
    int least = distances.values().stream().min(Integer::compareTo).orElse(most + 1);
    return least > most
        ? List.of()
        : distances.entrySet().stream()
            .filter(other -> other.getValue() == least)
            .map(Map.Entry::getKey)
            // Who mistakes a letter mistakes the first one least.
            .sorted(
                Comparator.comparingInt((String other) -> -sameBeginning(code, other))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_NEAR)
            .map(other -> Objects.requireNonNull(BY_CODE.get(other)))
            .toList();
  }

  private static int sameBeginning(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
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
