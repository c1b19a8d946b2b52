package dev.offprint.groups;

import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has from groups.
 *
 * @param interests each with the name of the group that it is of; of two with the same text, the
 *     first counts
 * @param instead the preferences by which papers are chosen in place of the reader's own, because
 *     the edition of a group is the same for all its members; null as a rule
 */
public record Shared(Map<Interest, String> interests, @Nullable Preferences instead) {
  /** What whoever is in no group has. */
  public static final Shared NONE = new Shared(Map.of(), null);

  /** What the members of groups have. */
  public static Shared of(List<Group> groups) {
    Optional<Group> same = groups.stream().filter(Group::sameForAll).findFirst();
    Map<String, Interest> byText = new LinkedHashMap<>();
    Map<Interest, String> interests = new LinkedHashMap<>();
    for (Group group : same.map(List::of).orElse(groups)) {
      for (Interest interest : group.preferences().interests()) {
        if (byText.putIfAbsent(interest.text(), interest) == null) {
          interests.put(interest, group.name());
        }
      }
    }
    return interests.isEmpty() && same.isEmpty()
        ? NONE
        : new Shared(
            Collections.unmodifiableMap(interests), same.map(Group::preferences).orElse(null));
  }
}
