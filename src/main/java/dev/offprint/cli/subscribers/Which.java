package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of all subscribers are meant, as options; who is meant fits each of them. */
class Which {
  /** So many are looked at together. */
  static final int PORTION = 1_000;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "Those who are pending, active, paused, unsubscribed or suppressed.")
  List<Status> statuses = List.of();

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "Those with an address of this domain, or of one below it.")
  @Nullable String domain;

  @Option(names = "--group", paramLabel = "GROUP", description = "The members of this group.")
  @Nullable String group;

  @Option(
      names = "--not-mailed-since",
      paramLabel = "DAY",
      description =
          "Those who were sent no edition of this day or a later one: YYYY-MM-DD, today or"
              + " yesterday.")
  @Nullable Day notMailedSince;

  /** What an interest of theirs contains; null for whatever interests. */
  @Nullable String interest;

  boolean given() {
    return !statuses.isEmpty()
        || domain != null
        || group != null
        || notMailedSince != null
        || interest != null;
  }

  /** The ids of those who are meant, in the order of their addresses. */
  List<Long> ids(SubscriberFeatures features) {
    List<Long> ids = features.subscribers().ids();
    if (!given()) {
      return ids;
    }
    Predicate<Subscriber> fits = fits();
    @Nullable Set<Long> members =
        group == null
            ? null
            : new HashSet<>(features.groups().members(GroupText.known(features, group).id()));
    List<Long> meant = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PORTION) {
      List<Long> portion = ids.subList(from, Math.min(from + PORTION, ids.size()));
      List<Long> fitting =
          features
              .subscribers()
              .all(members == null ? portion : portion.stream().filter(members::contains).toList())
              .stream()
              .filter(fits)
              .filter(subscriber -> interest == null || hasInterest(subscriber))
              .map(Subscriber::id)
              .toList();
      meant.addAll(withoutMailed(fitting, features));
    }
    return meant;
  }

  private List<Long> withoutMailed(List<Long> ids, SubscriberFeatures features) {
    if (notMailedSince == null) {
      return ids;
    }
    LocalDate day = notMailedSince.in(features);
    Set<Long> mailed = features.ledger().deliveries().mailedSince(ids, day);
    return ids.stream().filter(id -> !mailed.contains(id)).toList();
  }

  private Predicate<Subscriber> fits() {
    @Nullable String wanted = domain == null ? null : domainName(domain);
    return subscriber ->
        (statuses.isEmpty() || statuses.contains(subscriber.status()))
            && (wanted == null || isIn(subscriber.address().domain(), wanted));
  }

  private static String domainName(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
    if (name.isEmpty() || name.contains("@")) {
      throw CommandFailure.wrongUsage(
          "--domain " + typed + ": write what stands behind the @, such as lab.example");
    }
    return name;
  }

  private static boolean isIn(String domain, String wanted) {
    String lower = domain.toLowerCase(Locale.ROOT);
    return lower.equals(wanted) || lower.endsWith("." + wanted);
  }

  /** Own interests alone: those of groups are found by the group. */
  private boolean hasInterest(Subscriber subscriber) {
    String text = String.valueOf(interest).strip().toLowerCase(Locale.ROOT);
    return subscriber.preferences().interests().stream()
        .map(Interest::line)
        .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(text));
  }

  /** Where an interest is nothing but what is looked for. */
  static final class ByInterest extends Which {
    @Option(
        names = {"--interest", "--with-interest"},
        paramLabel = "TEXT",
        description = "Those who wrote an interest with this in it.")
    void setInterest(String text) {
      interest = text;
    }
  }

  /** Where {@code --interest} is what they are to have. */
  static final class WithInterest extends Which {
    @Option(
        names = "--with-interest",
        paramLabel = "TEXT",
        description = "Those who wrote an interest with this in it.")
    void setInterest(String text) {
      interest = text;
    }
  }
}
