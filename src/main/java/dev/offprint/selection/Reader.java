package dev.offprint.selection;

import dev.offprint.groups.Shared;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that choosing papers for a subscriber needs to know of them.
 *
 * @param preferences by which papers are chosen
 * @param sent what they have been sent or are about to be sent; none of it is chosen
 * @param groups the names of the groups that interests are of, those of the preferences possibly
 *     among them; an interest that is the reader's own has none
 */
public record Reader(
    Preferences preferences, Feedback feedback, Set<PaperId> sent, Map<Interest, String> groups) {
  /** Somebody who is in no group. */
  public Reader(Preferences preferences, Feedback feedback, Set<PaperId> sent) {
    this(preferences, feedback, sent, Map.of());
  }

  /**
   * Somebody with what they have from groups. Where the edition of a group is the same for all its
   * members, neither what they want themselves nor what they said of papers counts.
   */
  public static Reader of(Preferences own, Shared shared, Feedback feedback, Set<PaperId> sent) {
    Preferences instead = shared.instead();
    return instead != null
        ? new Reader(instead, Feedback.NONE, sent, shared.interests())
        : new Reader(own, feedback, sent, others(own, shared.interests()));
  }

  /** Of what they wrote themselves, theirs says how far it reaches. */
  private static Map<Interest, String> others(Preferences own, Map<Interest, String> shared) {
    if (shared.isEmpty() || !own.content().matching()) {
      return shared;
    }
    Set<String> written = own.interests().stream().map(Interest::text).collect(Collectors.toSet());
    return shared.keySet().stream().noneMatch(interest -> written.contains(interest.text()))
        ? shared
        : shared.entrySet().stream()
            .filter(each -> !written.contains(each.getKey().text()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The interests that papers are chosen for: their own first. */
  public List<Interest> interests() {
    List<Interest> own = preferences.content().matching() ? preferences.interests() : List.of();
    if (groups.isEmpty()) {
      return own;
    }
    List<Interest> all = new ArrayList<>(own);
    groups.keySet().stream().filter(interest -> !own.contains(interest)).forEach(all::add);
    return all;
  }

  /** Those of the interests that they wrote themselves. */
  List<Interest> own() {
    List<Interest> all = interests();
    return groups.isEmpty()
        ? all
        : all.stream().filter(interest -> !groups.containsKey(interest)).toList();
  }

  /** Whether papers are chosen for interests, or for what was said of papers. */
  boolean isMatching() {
    return preferences.content().matching() || !groups.isEmpty();
  }

  /** The group that an interest is of; null when it is the reader's own. */
  @Nullable String groupOf(Interest interest) {
    return groups.get(interest);
  }
}
