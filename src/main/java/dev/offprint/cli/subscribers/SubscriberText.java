package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.groups.Group;
import dev.offprint.interests.InterestCheck;
import dev.offprint.ledger.NextEditions;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Timing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Subscribers as the terminal and JSON show them. */
public final class SubscriberText {
  private SubscriberText() {}

  /** Finds one, or says how to add it. */
  public static Subscriber known(SubscriberFeatures features, EmailAddress address) {
    Subscriber known =
        features
            .subscribers()
            .find(address)
            .orElseThrow(
                () ->
                    features
                        .suppressions()
                        .find(address)
                        .map(SubscriberText::former)
                        .orElseGet(() -> unknown(address)));
    return due(features, known);
  }

  /** The same, next due when the next edition can come. */
  static Subscriber due(SubscriberFeatures features, Subscriber subscriber) {
    return new NextEditions(features.ledger().deliveries())
        .of(subscriber, features.clock().instant());
  }

  /** Why nothing is sent to an address that is nobody's now, as far as that is known. */
  private static CommandFailure former(Suppression reason) {
    return CommandFailure.failed(
        String.format(
            Locale.ROOT,
            "%s is not a subscriber, and is not mailed since %s: %s",
            reason.address(),
            LocalDate.ofInstant(reason.since(), ZoneOffset.UTC),
            reason.reason()));
  }

  /** One as JSON shows it. */
  public static SubscriberDocument document(SubscriberFeatures features, Subscriber subscriber) {
    return SubscriberDocument.of(subscriber, features.groups().of(subscriber.id()));
  }

  static CommandFailure unknown(EmailAddress address) {
    return CommandFailure.failed(
        String.format(
            Locale.ROOT,
            "%s is not a subscriber; 'offprint subscribers add %s' adds it",
            address,
            address));
  }

  /** "trending papers and 2 interests, at most 10, as HTML, daily at 07:00 (UTC)". */
  public static String wants(Preferences preferences) {
    return String.format(
        Locale.ROOT,
        "%s, at most %d, as %s%s, %s",
        content(preferences),
        preferences.maximum(),
        preferences.format() == Preferences.Format.HTML ? "HTML" : "plain text",
        preferences.language().equals("en") ? "" : " in " + language(preferences),
        TimingText.describe(preferences.timing()));
  }

  private static String language(Preferences preferences) {
    return Locale.forLanguageTag(preferences.language()).getDisplayName(Locale.ENGLISH);
  }

  /** "trending papers and 2 interests". */
  static String content(Preferences preferences) {
    String interests = Text.count(preferences.interests().size(), "interest");
    return switch (preferences.content()) {
      case TRENDING -> "trending papers";
      case MATCHING ->
          preferences.isNothing() ? "what its groups bring" : "papers for " + interests;
      case BOTH ->
          preferences.interests().isEmpty()
              ? "trending papers and papers like those chosen"
              : "trending papers and " + interests;
    };
  }

  /** "trending + 2 interests". */
  static String brief(Preferences preferences) {
    String interests = Text.count(preferences.interests().size(), "interest");
    return switch (preferences.content()) {
      case TRENDING -> "trending";
      case MATCHING -> preferences.isNothing() ? "groups alone" : interests;
      case BOTH ->
          preferences.interests().isEmpty() ? "trending + like chosen" : "trending + " + interests;
    };
  }

  /** When the next edition is due by the subscriber's own clock; null while none is. */
  static @Nullable String nextDue(Subscriber subscriber) {
    return subscriber.status() == Status.ACTIVE
        ? TimingText.moment(subscriber.nextDue(), subscriber.preferences().timing().zone())
        : null;
  }

  /** All of it, a line each. */
  static String describe(Subscriber subscriber, List<Group> groups) {
    return describe(subscriber, groups, Interest::line, nextDue(subscriber));
  }

  /**
   * All of it, a line each.
   *
   * @param interestLine says an interest
   * @param due when the next edition is; null while none is
   */
  static String describe(
      Subscriber subscriber,
      List<Group> groups,
      Function<Interest, String> interestLine,
      @Nullable String due) {
    Preferences preferences = subscriber.preferences();
    Timing timing = preferences.timing();
    StringBuilder text = new StringBuilder();
    text.append(subscriber.address()).append("\n\n");
    line(text, "Status", status(subscriber));
    line(text, "Wants", content(preferences));
    preferences.interests().stream()
        .map(interestLine)
        .forEach(interest -> line(text, "", interest));
    line(text, "At most", Text.count(preferences.maximum(), "paper") + " a mail");
    line(text, "Format", preferences.format() == Preferences.Format.HTML ? "HTML" : "plain text");
    line(text, "Language", language(preferences));
    line(text, "When", TimingText.describe(timing));
    if (due != null) {
      line(text, "Next due", due);
    }
    groups.forEach(
        group ->
            line(
                text,
                group.equals(groups.getFirst()) ? "Groups" : "",
                group.name() + (group.sameForAll() ? ", whose edition it gets" : "")));
    line(text, "Since", TimingText.moment(subscriber.createdAt(), timing.zone()));
    return text.toString();
  }

  /** "active", or "paused until Mon 2027-01-04". */
  static String status(Subscriber subscriber) {
    LocalDate until = subscriber.pausedUntil();
    return Text.word(subscriber.status())
        + (until == null ? "" : " until " + TimingText.day(until));
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(Text.labelled(label, value)).append('\n');
  }

  /** Tells of interests that no paper can ever match; they are kept, and do no harm. */
  public static void warnOf(Collection<Interest> interests, Console console) {
    for (Interest interest : interests) {
      InterestCheck.complaint(interest)
          .ifPresent(
              why ->
                  console.note(
                      String.format(
                          Locale.ROOT,
                          "the interest %s will never match: %s",
                          Text.quoted(interest.line()),
                          why)));
    }
  }
}
