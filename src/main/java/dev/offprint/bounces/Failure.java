package dev.offprint.bounces;

import dev.offprint.bounces.Reading.Kind;
import java.util.List;

/**
 * What a report says of one mail of ours, which has one recipient, whatever the report calls it.
 *
 * @param why in words
 */
record Failure(Severity severity, String why) {
  /** The worst that it says of anybody; where it names nobody, what it says as a whole. */
  static Failure of(Reading reading) {
    List<FailedRecipient> recipients = reading.recipients();
    return recipients.stream()
        .filter(recipient -> recipient.severity() == Severity.HARD)
        .findFirst()
        .or(() -> recipients.stream().findFirst())
        .map(worst -> new Failure(worst.severity(), why(worst)))
        .orElseGet(() -> ofNobody(reading));
  }

  private static Failure ofNobody(Reading reading) {
    return new Failure(
        reading.kind() == Kind.HARD_BOUNCE ? Severity.HARD : Severity.SOFT,
        reading.diagnostic().isEmpty()
            ? "it came back, and the report does not say why"
            : reading.diagnostic());
  }

  private static String why(FailedRecipient recipient) {
    String status = recipient.status();
    return status == null || recipient.diagnostic().contains(status)
        ? recipient.diagnostic()
        : status + " " + recipient.diagnostic();
  }
}
