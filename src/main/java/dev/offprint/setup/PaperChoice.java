package dev.offprint.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which papers are wanted: names of sources, and categories of arXiv.
 *
 * @param sources of {@link #SOURCES}, those that are wanted, but for arXiv
 * @param categories of arXiv; empty when it is not wanted
 */
record PaperChoice(List<String> sources, List<String> categories) {
  private static final List<String> SOURCES = List.of("huggingface", "biorxiv", "medrxiv");

  /** What the configuration has unless somebody says otherwise. */
  static final PaperChoice USUAL =
      new PaperChoice(
          List.of("huggingface"), List.of("cs.AI", "cs.CL", "cs.CV", "cs.LG", "stat.ML"));

  PaperChoice {
    sources = List.copyOf(sources);
    categories = List.copyOf(categories);
  }

  /**
   * Reads an answer such as {@code huggingface, cs.CL, math}, or {@link Interview#NONE}.
   *
   * @throws IllegalArgumentException with what to answer instead
   */
  static PaperChoice of(String text) {
    if (text.strip().equals(Interview.NONE)) {
      return new PaperChoice(List.of(), List.of());
    }
    TreeSet<String> sources = new TreeSet<>();
    List<String> categories = new ArrayList<>();
    for (String word : text.strip().split("[\\s,]+", -1)) {
      String name = word.toLowerCase(Locale.ROOT).replace(" ", "");
      if (SOURCES.contains(name)) {
        sources.add(name);
      } else if (name.equals("arxiv")) {
        categories.addAll(USUAL.categories());
      } else if (!word.isEmpty()) {
        categories.add(word);
      }
    }
    if (sources.isEmpty() && categories.isEmpty()) {
      throw new IllegalArgumentException("name at least one source or category, or - for none");
    }
    PaperChoice choice =
        new PaperChoice(
            SOURCES.stream().filter(sources::contains).toList(),
            categories.stream().distinct().toList());
    if (!categories.isEmpty()) {
      SettingRules.problem("sources.arxiv.categories", String.join(",", choice.categories()))
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException(
                    problem + "; or name huggingface, biorxiv or medrxiv");
              });
    }
    return choice;
  }

  /** Whether some of them come with votes, by which papers are trending. */
  boolean hasTrending() {
    return sources.contains("huggingface");
  }

  /** The settings that say so. */
  Map<String, Optional<String>> settings() {
    Map<String, Optional<String>> settings = new LinkedHashMap<>();
    SOURCES.forEach(
        source ->
            settings.put(
                "sources." + source + ".enabled",
                Optional.of(Boolean.toString(sources.contains(source)))));
    settings.put("sources.arxiv.enabled", Optional.of(Boolean.toString(!categories.isEmpty())));
    if (!categories.isEmpty()) {
      settings.put("sources.arxiv.categories", Optional.of(String.join(", ", categories)));
    }
    return settings;
  }

  /** As it would be answered. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>(sources);
    all.addAll(categories);
    return all.isEmpty() ? Interview.NONE : String.join(", ", all);
  }
}
