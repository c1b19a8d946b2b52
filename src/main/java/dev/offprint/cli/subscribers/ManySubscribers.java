package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the same for every subscriber who is meant, once it is said how many they are. */
final class ManySubscribers {
  private final SubscriberFeatures features;
  private final Console console;
  private final boolean yes;

  /**
   * @param yes whether nobody is to be asked
   */
  ManySubscribers(SubscriberFeatures features, Console console, boolean yes) {
    this.features = features;
    this.console = console;
    this.yes = yes;
  }

  /**
   * Whether a command is for many and not for one.
   *
   * @throws CommandFailure when it is for neither or both
   */
  static boolean areMeant(@Nullable EmailAddress address, Which which, boolean yes) {
    if ((address == null) != which.given()) {
      throw CommandFailure.wrongUsage(
          address == null
              ? "name a subscriber, or say which by --status, --domain, --group, --with-interest"
                  + " or --not-mailed-since"
              : "name a subscriber or say which, but not both");
    }
    if (yes && address != null) {
      throw CommandFailure.wrongUsage("--yes goes with the options that say which subscribers");
    }
    return address == null;
  }

  /**
   * Changes each of them, in a transaction of its own, so that what is done stays done.
   *
   * @param doing what is done to them, such as {@code pause}
   * @param change may refuse one with a {@link CommandFailure}, which is told and counted
   */
  CommandResult change(Which which, String doing, Function<Subscriber, Outcome> change) {
    List<Long> meant = which.ids(features);
    if (meant.isEmpty()) {
      return result(0, 0, 0, List.of());
    }
    require(meant.size(), doing);
    int changed = 0;
    int unchanged = 0;
    List<String> refused = new ArrayList<>();
    int looked = 0;
    for (long id : meant) {
      Optional<Subscriber> subscriber = features.subscribers().find(id);
      if (subscriber.isEmpty()) {
        unchanged++; // erased meanwhile
        continue;
      }
      try {
        switch (change.apply(subscriber.get())) {
          case Outcome.Done _, Outcome.Joined _, Outcome.Moved _ -> changed++;
          case Outcome.Already _ -> unchanged++;
          case Outcome.Refused(Subscriber now) ->
              refuse(refused, now, "it is " + Text.word(now.status()));
          case Outcome.NoSuchEnd(Subscriber now) ->
              refuse(refused, now, SubscribersPause.noSuchEnd(features, now));
          case Outcome.Barred _ -> refuse(refused, subscriber.get(), "it must not be mailed");
          case Outcome.Unknown _ -> unchanged++;
        }
      } catch (CommandFailure e) {
        refuse(refused, subscriber.get(), String.valueOf(e.getMessage()));
      }
      if (++looked % Which.PORTION == 0) {
        console.progress(String.format(Locale.ROOT, "%,d of %,d", looked, meant.size()));
      }
    }
    console.progress("");
    return result(meant.size(), changed, unchanged, refused);
  }

  private void require(int count, String doing) {
    String many = Text.count(count, "subscriber");
    if (!yes && !console.isTerminal()) {
      throw CommandFailure.wrongUsage(
          String.format(
              Locale.ROOT,
              "%s %s; nothing was changed: --yes says to %s %s",
              many,
              count == 1 ? "matches" : "match",
              doing,
              count == 1 ? "it" : "them"));
    }
    if (!yes
        && !console.confirms(
            String.format(
                Locale.ROOT,
                "%s %s. %s %s?",
                many,
                count == 1 ? "matches" : "match",
                doing.substring(0, 1).toUpperCase(Locale.ROOT) + doing.substring(1),
                count == 1 ? "it" : "them"))) {
      throw CommandFailure.failed("nothing was changed");
    }
  }

  private void refuse(List<String> refused, Subscriber subscriber, String why) {
    String reason = subscriber.address() + ": " + why;
    refused.add(reason);
    console.note(reason);
  }

  private static CommandResult result(
      int matched, int changed, int unchanged, List<String> refused) {
    return new CommandResult(
        matched == 0
            ? "No subscriber matches."
            : String.format(
                Locale.ROOT,
                "%s matched: %,d changed, %,d as before, %,d refused.",
                Text.count(matched, "subscriber"),
                changed,
                unchanged,
                refused.size()),
        new Document()
            .with("matched", matched)
            .with("changed", changed)
            .with("unchanged", unchanged)
            .with("refused", refused),
        !refused.isEmpty());
  }
}
