package dev.offprint.bounces;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import dev.offprint.bounces.Reading.ReportType;
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
        .min(comparing(FailedRecipient::severity))
        .map(worst -> new Failure(worst.severity(), why(worst)))
        .orElseGet(() -> ofNobody(reading));
  }

  private static Failure ofNobody(Reading reading) {
    return new Failure(
        severity(reading.kind()),
        reading.diagnostic().isEmpty()
            ? "it came back, and the report does not say why"
            : reading.diagnostic());
  }

  /** What to call a report with this as its worst. */
  static ReportType kind(Severity worst) {
    return switch (worst) {
      case HARD -> ReportType.HARD_BOUNCE;
      case SOFT -> ReportType.SOFT_BOUNCE;
      case REFUSED -> ReportType.REFUSAL;
    };
  }

  /** What to call a report on these; they are at least one. */
  static ReportType kind(List<FailedRecipient> recipients) {
    return kind(
        recipients.stream().map(FailedRecipient::severity).min(naturalOrder()).orElseThrow());
  }

  private static Severity severity(ReportType kind) {
    return switch (kind) {
      case HARD_BOUNCE -> Severity.HARD;
      case REFUSAL -> Severity.REFUSED;
      default -> Severity.SOFT;
    };
  }

  private static String why(FailedRecipient recipient) {
    String status = recipient.status();
    return status == null || recipient.diagnostic().contains(status)
        ? recipient.diagnostic()
        : status + " " + recipient.diagnostic();
  }
}
