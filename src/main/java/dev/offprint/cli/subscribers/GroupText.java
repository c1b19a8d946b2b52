package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.groups.Group;
import dev.offprint.ledger.Delivery;
import dev.offprint.subscribers.Interest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups as the terminal shows them. */
public final class GroupText {
  private GroupText() {}

  /** Finds one by its name or its slug, or says which there are. */
  public static Group known(SubscriberFeatures features, String name) {
    return features.groups().find(name).orElseThrow(() -> unknown(features, name));
  }

  private static CommandFailure unknown(SubscriberFeatures features, String name) {
    String all =
        features.groups().all().stream().map(Group::name).collect(Collectors.joining(", "));
    return CommandFailure.failed(
        String.format(
            Locale.ROOT,
            "there is no group %s; %s",
            Text.quoted(name),
            all.isEmpty() ? "'offprint groups add' adds one" : "there are: " + all));
  }

  /** The deliveries to the members of a group; all of them when none is named. */
  public static List<Delivery> ofMembers(
      SubscriberFeatures features, @Nullable String group, List<Delivery> deliveries) {
    if (group == null) {
      return deliveries;
    }
    Set<Long> members = new HashSet<>(features.groups().members(known(features, group).id()));
    return deliveries.stream()
        .filter(delivery -> members.contains(delivery.subscriberId()))
        .toList();
  }

  /** What somebody has from groups, as a sentence. */
  public static Optional<String> sentence(List<Group> groups) {
    return groups.stream()
        .filter(Group::sameForAll)
        .findFirst()
        .map(
            same ->
                String.format(
                    Locale.ROOT,
                    "Papers are chosen for the group %s, the same for all its members, whatever"
                        + " this subscriber wants or said of papers.",
                    same.name()))
        .or(
            () ->
                groups.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        String.format(
                            Locale.ROOT,
                            "The interests of %s count as well: %s.",
                            groups.stream().map(Group::name).collect(Collectors.joining(", ")),
                            interests(groups))));
  }

  private static String interests(List<Group> groups) {
    String all =
        groups.stream()
            .flatMap(group -> group.preferences().interests().stream())
            .map(Interest::line)
            .distinct()
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "none" : all;
  }

  /** Where people join, or that they cannot. */
  static String page(SubscriberFeatures features, Group group) {
    String address =
        features.configuration().server().baseUrl().toString().replaceFirst("/+$", "")
            + "/groups/"
            + URLEncoder.encode(group.slug(), StandardCharsets.UTF_8);
    return switch (group.access()) {
      case PUBLIC -> address + " (public)";
      case UNLISTED -> address + " (unlisted)";
      case CLOSED -> "none: closed";
    };
  }

  /** All of it, a line each. */
  static String describe(SubscriberFeatures features, Group group, int members) {
    StringBuilder text = new StringBuilder(group.name()).append("\n\n");
    line(text, "Members", Text.count(members, "subscriber"));
    line(text, "Page", page(features, group));
    line(
        text,
        "Edition",
        group.sameForAll()
            ? "the same for all members"
            : "each member's own, with these interests");
    List<Interest> interests = group.preferences().interests();
    if (interests.isEmpty()) {
      line(text, "Interests", "none");
    }
    for (int i = 0; i < interests.size(); i++) {
      line(text, i == 0 ? "Interests" : "", interests.get(i).line());
    }
    line(text, "Begin with", SubscriberText.wants(group.forNewMember()));
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(Text.labelled(label, value)).append('\n');
  }
}
