package dev.offprint.web;

import dev.offprint.messages.Message;
import dev.offprint.selection.DaySelector;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form offers for each of its interests: how far it may reach, and what that brings. */
final class InterestDial {
  /** What costs milliseconds for each interest is shown of so many, as strangers may ask for it. */
  static final int MOST_WORKED_OUT = 20;

  private final RecentPapers recent;
  private final InterestBudget budget;

  InterestDial(RecentPapers recent, InterestBudget budget) {
    this.recent = recent;
    this.budget = budget;
  }

  /**
   * One interest.
   *
   * @param interest without its reach
   * @param brings what each reach would bring; null for one of too many interests, and where it is
   *     not worked out
   */
  record Row(String interest, @Nullable Message brings, List<Option> options) {}

  /** One way to choose. */
  record Option(String value, Message word, boolean chosen) {}

  /**
   * Interests in their order; those that leave no room for a reach have no choice.
   *
   * @param whom as for {@link InterestBudget#take}
   */
  List<Row> of(WrittenInterests written, Object whom) {
    // The last of several with the same text counts.
    Map<String, Row> rows = new LinkedHashMap<>();
    List<Interest> typed = written.typed();
    for (int i = 0; i < typed.size(); i++) {
      if (ReachChoice.isFor(typed.get(i))) {
        String text = typed.get(i).text();
        Interest chosen = written.chosen().get(i);
        boolean counted =
            (rows.size() < MOST_WORKED_OUT || rows.containsKey(text))
                && budget.take(chosen, whom).isEmpty();
        rows.put(text, row(typed.get(i), chosen.reach(), counted));
      }
    }
    return new ArrayList<>(rows.values());
  }

  private Row row(Interest typed, Reach chosen, boolean counted) {
    return new Row(
        typed.text(),
        counted ? brings(typed) : null,
        Stream.of(Reach.values())
            .map(
                reach ->
                    new Option(
                        ReachChoice.of(typed, reach).value(),
                        Message.of("page.reach." + reach.word()),
                        reach == chosen))
            .toList());
  }

  /** Such as {@code strict 1 · normal 3 · broad 7 papers of the last 8 days}. */
  private Message brings(Interest interest) {
    Map<Reach, Integer> counts = recent.counts(interest);
    return Message.of(
        "page.form.brings",
        counts.getOrDefault(Reach.STRICT, 0),
        counts.getOrDefault(Reach.NORMAL, 0),
        counts.getOrDefault(Reach.BROAD, 0),
        DaySelector.CANDIDATE_DAYS);
  }
}
