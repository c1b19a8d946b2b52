package dev.offprint.groups;

import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Timing;
import java.util.List;
import java.util.function.Function;

/** What members begin with, and how they follow when it changes. */
public final class Defaults {
  private Defaults() {}

  /** The same without interests: these are not copied. */
  static Preferences withoutInterests(Preferences group) {
    return new Preferences(
        group.content().trending() ? Content.TRENDING : Content.MATCHING,
        List.of(),
        group.maximum(),
        group.timing(),
        group.format(),
        group.language());
  }

  /**
   * What a member wants once a group's preferences are others: each value that equals the group's
   * earlier one becomes its new one, and any other stays.
   */
  public static Preferences follow(Preferences member, Preferences before, Preferences after) {
    Timing was = before.timing();
    Timing is = after.timing();
    Timing own = member.timing();
    return new Preferences(
        content(member, before, after),
        member.interests(),
        follow(member, before, after, Preferences::maximum),
        new Timing(
            follow(own, was, is, Timing::at),
            follow(own, was, is, Timing::zone),
            follow(own, was, is, Timing::days)),
        follow(member, before, after, Preferences::format),
        follow(member, before, after, Preferences::language));
  }

  /** Whether there are trending papers; what else there is follows from the interests. */
  private static Content content(Preferences member, Preferences before, Preferences after) {
    boolean trending =
        follow(member, before, after, preferences -> preferences.content().trending());
    if (trending == member.content().trending()) {
      return member.content();
    }
    return !trending
        ? Content.MATCHING
        : member.interests().isEmpty() ? Content.TRENDING : Content.BOTH;
  }

  private static <P, V> V follow(P member, P before, P after, Function<P, V> value) {
    V own = value.apply(member);
    return own.equals(value.apply(before)) ? value.apply(after) : own;
  }
}
