package dev.offprint.digests;

import dev.offprint.selection.Plan;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an edition tells beside its papers, as it was when it was planned.
 *
 * @param considered how many papers were announced from the day of the oldest one shown on, those
 *     shown included; 0 when it was not written down
 * @param interests the reader's own interests in their order, each with the last day on which it
 *     brought a paper; empty when they were not written down
 */
public record EditionNotes(int considered, List<LastBrought> interests) {
  public static final EditionNotes NONE = new EditionNotes(0, List.of());

  public EditionNotes {
    interests = List.copyOf(interests);
  }

  /** Of a plan for a day, not knowing of days before it. */
  public static EditionNotes of(Plan.Papers plan, LocalDate day) {
    return new EditionNotes(
        plan.considered(),
        plan.own().stream()
            .map(each -> new LastBrought(each, plan.silent().contains(each) ? null : day))
            .toList());
  }

  /**
   * An interest and when it last brought a paper.
   *
   * @param day null when it is not known
   */
  public record LastBrought(Interest interest, @Nullable LocalDate day) {}

  /** The interests that brought nothing on a day. */
  public List<LastBrought> silent(LocalDate day) {
    return interests.stream().filter(each -> !day.equals(each.day())).toList();
  }

  /** The same, with days that an earlier edition knew by the text of the interest. */
  public EditionNotes knowing(Map<String, LocalDate> earlier) {
    return new EditionNotes(
        considered,
        interests.stream()
            .map(
                each ->
                    each.day() == null
                        ? new LastBrought(each.interest(), earlier.get(each.interest().text()))
                        : each)
            .toList());
  }
}
