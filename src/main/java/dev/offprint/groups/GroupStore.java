package dev.offprint.groups;

import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps groups and who is in them. */
public interface GroupStore {
  /** All groups, by name. */
  List<Group> all();

  /** The group of a name, in whatever case, or of a slug. */
  Optional<Group> find(String nameOrSlug);

  /**
   * Adds a group.
   *
   * @return with its id; empty when another one has its slug or its name
   */
  Optional<Group> add(Group group, Instant now);

  /**
   * Keeps a group as it is from now on.
   *
   * @return false when another one has its name
   */
  boolean keep(Group changed, Instant now);

  /** Deletes a group; its members stay subscribers. */
  void remove(long groupId);

  /** How many members each group has, by id; none where there are none. */
  Map<Long, Integer> sizes();

  /** Those who are members, in the order of their ids. */
  List<Long> members(long groupId);

  /** The groups that a subscriber is in, by name. */
  default List<Group> of(long subscriberId) {
    return of(List.of(subscriberId)).getOrDefault(subscriberId, List.of());
  }

  /** The groups of some subscribers, by their ids; whoever is in none is left out. */
  Map<Long, List<Group>> of(Collection<Long> subscriberIds);

  /** What some subscribers have from groups, by their ids; whoever has nothing is left out. */
  Map<Long, Shared> shared(Collection<Long> subscriberIds);

  /** What one subscriber has from groups. */
  default Shared shared(long subscriberId) {
    return Shared.of(of(subscriberId));
  }

  /** The group that a subscriber was asked to join and has not confirmed yet. */
  Optional<Group> asked(long subscriberId);

  /**
   * Makes a subscriber a member; the operator vouches for that.
   *
   * @return false when it was one
   */
  boolean join(long subscriberId, long groupId, Instant now);

  /** Makes some subscribers members, in one transaction; the operator vouches for that. */
  void join(Collection<Long> subscriberIds, long groupId, Instant now);

  /**
   * Lets a member go.
   *
   * @return false when it was none
   */
  boolean leave(long subscriberId, long groupId);

  /** The different interests of the groups whose interests were written at an instant or later. */
  Set<Interest> interestsWritten(Instant since);
}
