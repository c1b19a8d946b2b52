package dev.offprint.cli.deliveries;

import com.google.errorprone.annotations.FormatMethod;
import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.cli.subscribers.SubscriberText;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends one reader an edition once more. */
@Command(
    name = "resend",
    description = "Send a subscriber an edition once more, such as one that was lost or deleted.",
    footer = {
      "",
      "It goes out with the same papers and a Message-ID of its own. The daemon sends it within a",
      "minute, or 'offprint run' does.",
      "",
      "Examples:",
      "  offprint deliveries resend ada@example.org",
      "  offprint deliveries resend ada@example.org --date yesterday"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class DeliveriesResend implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description =
          "Edition to send, as YYYY-MM-DD, today or yesterday; else the newest in the ledger.")
  @Nullable Day day;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Subscriber subscriber = SubscriberText.known(features, address);
    if (subscriber.status() != Subscriber.Status.ACTIVE) {
      throw refused(
          "%s is %s, and gets no editions", subscriber.address(), Text.word(subscriber.status()));
    }
    Delivery delivery = delivery(features, subscriber);
    ZoneId zone = subscriber.preferences().timing().zone();
    String what = TimingText.day(Objects.requireNonNull(delivery.day()));
    Status status = delivery.progress().status();
    switch (status) {
      case SENT, BOUNCED, FAILED -> {}
      case PLANNED, SENDING, DEFERRED ->
          throw refused("the edition of %s is %s: it is still going out", what, Text.word(status));
      case SKIPPED ->
          throw refused("the edition of %s was not sent: %s", what, delivery.progress().reason());
      case COMPLAINED -> throw refused("their reader called the edition of %s unwanted", what);
    }
    Instant now = features.clock().instant();
    if (!features.ledger().plans().again(delivery, why(delivery, zone), now)) {
      throw refused("the edition of %s changed meanwhile; try again", what);
    }
    return new CommandResult(
        String.format(Locale.ROOT, "The edition of %s will be sent again.", what),
        new Document().with("resent", delivery.id()));
  }

  private static String why(Delivery delivery, ZoneId zone) {
    Instant settled = Objects.requireNonNull(delivery.progress().settledAt());
    return String.format(
        Locale.ROOT,
        "%s %s, and sent again as the operator asked",
        delivery.progress().status() == Status.FAILED ? "failed" : "was sent",
        TimingText.moment(settled, zone));
  }

  private Delivery delivery(SubscriberFeatures features, Subscriber subscriber) {
    LocalDate wanted = day == null ? null : day.in(features);
    DeliveryStore deliveries = features.ledger().deliveries();
    if (wanted == null) {
      return deliveries.of(subscriber.id(), Integer.MAX_VALUE).stream()
          .filter(delivery -> delivery.kind() == Delivery.Kind.EDITION)
          .findFirst()
          .orElseThrow(() -> refused("the ledger has no edition for %s", subscriber.address()));
    }
    return deliveries
        .edition(subscriber.id(), wanted)
        .orElseThrow(
            () ->
                RetainedDays.forgotten(features, wanted)
                    .map(CommandFailure::failed)
                    .orElseGet(
                        () ->
                            refused(
                                "the ledger has no edition of %s for %s",
                                TimingText.day(wanted), subscriber.address())));
  }

  @FormatMethod
  private static CommandFailure refused(String format, @Nullable Object... values) {
    return CommandFailure.failed(String.format(Locale.ROOT, format, values));
  }
}
