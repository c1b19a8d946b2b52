package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.TimingText;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** That nothing is sent because the operator says so. */
public final class SendingPauseText {
  private SendingPauseText() {}

  /** Says it, if it is so. */
  public static Optional<String> of(SubscriberFeatures features) {
    return features.ledger().claims().pausedSince().map(since -> sentence(features, since));
  }

  /** What {@code Sending} is, such as {@code paused since …}, if it is. */
  public static Optional<String> brief(SubscriberFeatures features) {
    return of(features).map(sentence -> sentence.replaceFirst("^Sending is ", ""));
  }

  static String sentence(SubscriberFeatures features, Instant since) {
    return String.format(
        Locale.ROOT,
        "Sending is paused since %s: nothing goes out until 'offprint resume'.",
        TimingText.moment(since, features.zone()));
  }
}
