package dev.offprint.bounces;

import dev.offprint.bounces.Reading.ReportType;
import dev.offprint.subscribers.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A complaint (RFC 5965), or one in the older form that some providers still send. */
final class FeedbackReport {
  private static final Set<String> REPORT = Set.of("message/feedback-report");

  /** Say that somebody else misused the sender's name, or that the mail was wanted. */
  private static final Set<String> NO_COMPLAINT = Set.of("not-spam", "auth-failure", "dmarc");

  private FeedbackReport() {}

  static boolean isIn(Message message) {
    return message.parts().stream().anyMatch(part -> REPORT.contains(part.type()))
        || isOlderForm(message);
  }

  private static boolean isOlderForm(Message message) {
    return message.returnsPart()
        && message
            .header()
            .first("Subject")
            .toLowerCase(Locale.ROOT)
            .startsWith("complaint about message");
  }

  static ReportType kind(Message message) {
    return NO_COMPLAINT.contains(type(fields(message))) ? ReportType.OTHER : ReportType.COMPLAINT;
  }

  private static String type(Fields fields) {
    return fields.first("Feedback-Type").strip().toLowerCase(Locale.ROOT);
  }

  private static Fields fields(Message message) {
    return Fields.of(message.bodies(REPORT).stripLeading());
  }

  /** Who complained, as far as the provider tells. */
  static List<FailedRecipient> recipients(Message message) {
    Fields fields = fields(message);
    Fields returned = message.returnedHeader();
    List<String> named = new ArrayList<>(fields.all("Original-Rcpt-To"));
    named.addAll(fields.all("Removal-Recipient"));
    named.addAll(message.header().all("X-HmXmrOriginalRecipient"));
    named.addAll(returned.all("X-HmXmrOriginalRecipient"));
    List<EmailAddress> found = told(named);
    if (found.isEmpty()) {
      List<EmailAddress> to = told(returned.all("To"));
      found = to.size() == 1 ? to : told(returned.all("Delivered-To"));
    }
    String type = type(fields);
    String why = type.isEmpty() ? "complaint" : "complaint: " + type;
    return found.stream()
        .map(address -> new FailedRecipient(address, null, Severity.HARD, null, why))
        .toList();
  }

  private static List<EmailAddress> told(List<String> fields) {
    return AddressesInText.in(String.join(", ", fields)).stream()
        .filter(address -> !address.local().equalsIgnoreCase("redacted"))
        .toList();
  }
}
