package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.groups.Group;
import dev.offprint.groups.Shared;
import dev.offprint.subscribers.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which groups subscribers come into, and which they leave. */
record MemberChange(SubscriberFeatures features, List<Group> joined, List<Group> left) {
  static MemberChange of(SubscriberFeatures features, List<String> joined, List<String> left) {
    return new MemberChange(
        features,
        joined.stream().map(name -> GroupText.known(features, name)).toList(),
        left.stream().map(name -> GroupText.known(features, name)).toList());
  }

  /** What a subscriber has from groups afterwards. */
  Shared shared(Subscriber subscriber) {
    return Shared.of(after(subscriber));
  }

  private List<Group> after(Subscriber subscriber) {
    List<Group> after = new ArrayList<>(features.groups().of(subscriber.id()));
    after.removeAll(left);
    joined.stream().filter(group -> !after.contains(group)).forEach(after::add);
    return after;
  }

  /**
   * Does it.
   *
   * @return false when all was so before
   * @throws CommandFailure when there would be two groups with an edition for all their members;
   *     nothing is changed
   */
  boolean apply(Subscriber subscriber) {
    if (joined.isEmpty() && left.isEmpty()) {
      return false;
    }
    List<Group> same = after(subscriber).stream().filter(Group::sameForAll).toList();
    if (same.size() > 1) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s would be in both %s and %s, whose editions are the same for all members; it can"
                  + " be in one of them: --remove-group takes it out of the other",
              subscriber.address(),
              same.get(0).name(),
              same.get(1).name()));
    }
    boolean changed = false;
    for (Group group : left) {
      changed |= features.groups().leave(subscriber.id(), group.id());
    }
    for (Group group : joined) {
      changed |= features.groups().join(subscriber.id(), group.id(), features.clock().instant());
    }
    return changed;
  }
}
