package dev.offprint.groups;

import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups in memory, which nobody is asked to join. */
public final class MemoryGroups implements GroupStore {
  private final Map<Long, Group> groups = new TreeMap<>();
  private final Map<Long, Set<Long>> members = new HashMap<>();

  @Override
  public List<Group> all() {
    return List.copyOf(groups.values());
  }

  @Override
  public Optional<Group> find(String nameOrSlug) {
    return all().stream()
        .filter(
            group -> group.name().equalsIgnoreCase(nameOrSlug) || group.slug().equals(nameOrSlug))
        .findFirst();
  }

  @Override
  public Optional<Group> add(Group group, Instant now) {
    if (find(group.name()).isPresent() || find(group.slug()).isPresent()) {
      return Optional.empty();
    }
    Group added = group.withId(groups.size() + 1L);
    groups.put(added.id(), added);
    return Optional.of(added);
  }

  @Override
  public boolean keep(Group changed, Instant now) {
    groups.put(changed.id(), changed);
    return true;
  }

  @Override
  public void remove(long groupId) {
    groups.remove(groupId);
    members.remove(groupId);
  }

  @Override
  public Map<Long, Integer> sizes() {
    Map<Long, Integer> sizes = new HashMap<>();
    members.forEach((group, ids) -> sizes.put(group, ids.size()));
    return sizes;
  }

  @Override
  public List<Long> members(long groupId) {
    return List.copyOf(members.getOrDefault(groupId, Set.of()));
  }

  @Override
  public Map<Long, List<Group>> of(Collection<Long> subscriberIds) {
    Map<Long, List<Group>> found = new HashMap<>();
    for (Group group : groups.values()) {
      for (long id : members(group.id())) {
        if (subscriberIds.contains(id)) {
          found.computeIfAbsent(id, none -> new ArrayList<>()).add(group);
        }
      }
    }
    return found;
  }

  @Override
  public Map<Long, Shared> shared(Collection<Long> subscriberIds) {
    Map<Long, Shared> shared = new HashMap<>();
    of(subscriberIds).forEach((id, in) -> shared.put(id, Shared.of(in)));
    return shared;
  }

  @Override
  public Optional<Group> asked(long subscriberId) {
    return Optional.empty();
  }

  @Override
  public void join(Collection<Long> subscriberIds, long groupId, Instant now) {
    subscriberIds.forEach(id -> join(id, groupId, now));
  }

  @Override
  public boolean join(long subscriberId, long groupId, Instant now) {
    return members.computeIfAbsent(groupId, none -> new TreeSet<>()).add(subscriberId);
  }

  @Override
  public boolean leave(long subscriberId, long groupId) {
    return members.getOrDefault(groupId, Set.of()).remove(subscriberId);
  }

  @Override
  public Set<Interest> interestsWritten(Instant since) {
    return Set.of();
  }
}
