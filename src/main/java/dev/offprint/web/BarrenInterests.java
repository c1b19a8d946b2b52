package dev.offprint.web;

import dev.offprint.digests.PaperBlock;
import dev.offprint.messages.Message;
import dev.offprint.selection.DaySelector;
import dev.offprint.selection.NearMiss;
import dev.offprint.selection.QuietInterest;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
   * @param days of which its papers would be
   * @param suggestion what may help one that brought nothing for long; null for one that brings
   *     nothing today
   */
  record Barren(String interest, int days, @Nullable Message suggestion, List<Miss> misses) {}

  /**
   * A paper that it nearly brought.
   *
   * @param language of its title; empty when nobody knows
   * @param page where it is to be read; null when nobody knows
   * @param why it was not enough, and whether a broad reach would be
   */
  record Miss(String title, String language, @Nullable String page, Message why) {}

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
    return new Barren(quiet.interest().text(), DaySelector.CANDIDATE_DAYS, null, misses(quiet));
  }

  /**
   * @param today what it nearly brings; null when it brings something
   */
  private Barren silent(Interest interest, @Nullable QuietInterest today) {
    return new Barren(
        interest.text(),
        DaySelector.CANDIDATE_DAYS,
        suggestion(interest, today),
        today == null ? List.of() : misses(today));
  }

  private Message suggestion(Interest interest, @Nullable QuietInterest today) {
    int days = DaySelector.CANDIDATE_DAYS;
    if (today == null) {
      return Message.of("page.barren.met", recent.count(interest), days);
    }
    if (today.inBroad() > 0) {
      return Message.of("page.barren.broad", today.inBroad(), days);
    }
    return today.misses().isEmpty()
        ? Message.of("page.barren.far", days)
        : Message.of("page.barren.near", days, today.misses().getFirst().why());
  }

  private static List<Miss> misses(QuietInterest quiet) {
    return quiet.misses().stream().map(BarrenInterests::miss).toList();
  }

  private static Miss miss(NearMiss near) {
    PaperBlock block = PaperBlock.of(near.paper(), 0);
    return new Miss(
        block.title(),
        near.paper().language(),
        block.page(),
        near.inBroad() ? Message.of("page.barren.miss.broad", near.why()) : near.why());
  }
}
