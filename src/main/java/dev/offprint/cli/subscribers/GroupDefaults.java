package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.groups.Defaults;
import dev.offprint.groups.Group;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Locale;

/** Has members follow what their group's members begin with. */
final class GroupDefaults {
  private final SubscriberFeatures features;
  private final Console console;

  GroupDefaults(SubscriberFeatures features, Console console) {
    this.features = features;
    this.console = console;
  }

  /**
   * Gives the new values to those members who have the earlier ones; who left is left alone.
   *
   * @return how many were changed
   */
  int follow(Group group, Preferences before, Preferences after) {
    if (Defaults.follow(before, before, after).equals(before)) {
      return 0;
    }
    List<Long> members = features.groups().members(group.id());
    int changed = 0;
    for (int from = 0; from < members.size(); from += Which.PORTION) {
      int to = Math.min(from + Which.PORTION, members.size());
      for (Subscriber member : features.subscribers().all(members.subList(from, to))) {
        Preferences wanted = Defaults.follow(member.preferences(), before, after);
        if (!wanted.equals(member.preferences())
            && features.membership().setPreferences(member.id(), wanted) instanceof Outcome.Done) {
          changed++;
        }
      }
      console.progress(String.format(Locale.ROOT, "%,d of %,d members", to, members.size()));
    }
    console.progress("");
    return changed;
  }
}
