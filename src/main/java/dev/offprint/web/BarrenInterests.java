package dev.offprint.web;

import dev.offprint.digests.English;
import dev.offprint.digests.PaperBlock;
import dev.offprint.selection.NearMiss;
import dev.offprint.selection.QuietInterest;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The interests that bring nothing, with what came nearest and what may help. */
final class BarrenInterests {
  private final RecentPapers recent;
  private final InterestBudget budget;

  BarrenInterests(RecentPapers recent, InterestBudget budget) {
    this.recent = recent;
    this.budget = budget;
  }

  /**
   * One interest.
   *
   * @param interest without its reach
   * @param says what is wrong, to be read after the interest, and perhaps what helps
   */
  record Barren(String interest, String says, List<Miss> misses) {}

  /**
   * A paper that it nearly brought.
   *
   * @param page where it is to be read; null when nobody knows
   * @param why it was not enough, and whether a broad reach would be
   */
  record Miss(String title, @Nullable String page, String why) {}

  /**
   * Those that bring nothing today.
   *
   * @param whom as for {@link InterestBudget#take}
   */
  List<Barren> today(Preferences preferences, Object whom) {
    return quiet(first(preferences, whom)).values().stream()
        .map(BarrenInterests::quietToday)
        .toList();
  }

  /**
   * Those that bring nothing today, or brought nothing for long.
   *
   * @param silent that brought nothing for long
   * @param whom as for {@link InterestBudget#take}
   */
  List<Barren> lately(Preferences preferences, Set<Interest> silent, Object whom) {
    List<Interest> interests = first(preferences, whom);
    Map<Interest, QuietInterest> quiet = quiet(interests);
    List<Barren> barren = new ArrayList<>();
    for (Interest interest : interests) {
      QuietInterest today = quiet.get(interest);
      if (silent.contains(interest)) {
        barren.add(silent(interest, today));
      } else if (today != null) {
        barren.add(quietToday(today));
      }
    }
    return barren;
  }

  private List<Interest> first(Preferences preferences, Object whom) {
    return preferences.interests().stream()
        .limit(InterestDial.MOST_WORKED_OUT)
        .filter(interest -> budget.take(interest, whom).isEmpty())
        .toList();
  }

  private Map<Interest, QuietInterest> quiet(List<Interest> interests) {
    Map<Interest, QuietInterest> quiet = new LinkedHashMap<>();
    if (!interests.isEmpty()) {
      recent.quietInterests(interests).forEach(each -> quiet.put(each.interest(), each));
    }
    return quiet;
  }

  private static Barren quietToday(QuietInterest quiet) {
    return new Barren(
        quiet.interest().text(),
        "brings nothing from the papers " + InterestDial.OF_LATE + ".",
        misses(quiet));
  }

  /**
   * @param today what it nearly brings; null when it brings something
   */
  private Barren silent(Interest interest, @Nullable QuietInterest today) {
    return new Barren(
        interest.text(),
        "has brought you nothing for two weeks. " + suggestion(interest, today),
        today == null ? List.of() : misses(today));
  }

  private String suggestion(Interest interest, @Nullable QuietInterest today) {
    if (today == null) {
      return String.format(
          Locale.ROOT,
          "It is met by %s %s, which came for another interest or had to wait.",
          English.count(recent.count(interest), "paper"),
          InterestDial.OF_LATE);
    }
    if (today.inBroad() > 0) {
      return String.format(
          Locale.ROOT,
          "A broad reach would bring %s %s.",
          English.count(today.inBroad(), "paper"),
          InterestDial.OF_LATE);
    }
    return today.misses().isEmpty()
        ? String.format(
            Locale.ROOT,
            "No paper %s comes near it; fewer or other words may help.",
            InterestDial.OF_LATE)
        : String.format(
            Locale.ROOT,
            "Of the papers %s, the nearest is not enough: %s.",
            InterestDial.OF_LATE,
            today.misses().getFirst().why());
  }

  private static List<Miss> misses(QuietInterest quiet) {
    return quiet.misses().stream().map(BarrenInterests::miss).toList();
  }

  private static Miss miss(NearMiss near) {
    PaperBlock block = PaperBlock.of(near.paper(), 0);
    return new Miss(
        block.title(),
        block.page(),
        near.why() + (near.inBroad() ? "; a broad reach would bring it" : ""));
  }
}
