package dev.offprint.bounces;

import dev.offprint.bounces.HookEvent.Ignored;
import dev.offprint.bounces.HookEvent.Reported;
import dev.offprint.bounces.Reading.ReportType;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Events of SendGrid, as its "Event Webhook Reference" describes them. */
final class SendGridEvents {
  private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

  /** Why SendGrid did not even try. */
  private static final Pattern KNOWN_AS_BAD = Pattern.compile("(?i)bounced address|invalid");

  private static final Pattern KNOWN_AS_COMPLAINT = Pattern.compile("(?i)spam reporting address");

  private SendGridEvents() {}

  /**
   * Reads one.
   *
   * @param nameless what makes it the same event if it has no {@code sg_event_id}
   */
  static HookEvent of(JsonNode event, String nameless) {
    String name = EventFields.text(event, "event");
    String reason = EventFields.textOrNull(event, "reason");
    String why = reason == null ? name : reason;
    return switch (name) {
      case "bounce" -> {
        Codes codes = codes(event, why);
        Severity severity =
            isBlocked(event)
                ? codes.severityAtMost(Severity.REFUSED)
                : codes.severityOr(Severity.HARD);
        yield failed(event, severity, why, nameless);
      }
      case "blocked" ->
          failed(event, codes(event, why).severityAtMost(Severity.REFUSED), why, nameless);
      case "dropped" ->
          KNOWN_AS_COMPLAINT.matcher(why).find()
              ? reported(event, ReportType.COMPLAINT, Severity.HARD, why, nameless)
              : failed(
                  event,
                  KNOWN_AS_BAD.matcher(why).matches()
                      ? Severity.HARD
                      : codes(event, why).severityAtMost(Severity.SOFT),
                  why,
                  nameless);
      case "spamreport" -> reported(event, ReportType.COMPLAINT, Severity.HARD, why, nameless);
      case "deferred" -> reported(event, ReportType.DELAY, Severity.SOFT, why, nameless);
      default -> new Ignored();
    };
  }

  private static boolean isBlocked(JsonNode event) {
    return "blocked".equals(EventFields.textOrNull(event, "type"));
  }

  private static Reported failed(JsonNode event, Severity severity, String why, String nameless) {
    return reported(event, Failure.kind(severity), severity, why, nameless);
  }

  /** The field {@code status} holds all sorts of things. */
  private static Codes codes(JsonNode event, String why) {
    String status = event.path("status").asString("");
    return Codes.of(STATUS.matcher(status).matches() ? status : "", why);
  }

  private static Reported reported(
      JsonNode event, ReportType kind, Severity severity, String why, String nameless) {
    Codes codes = codes(event, why);
    FailedRecipient recipient =
        new FailedRecipient(
            EventFields.address(event, "email"),
            null,
            severity,
            codes.status(),
            codes.diagnostic());
    String messageId = HookReader.messageId(EventFields.textOrNull(event, "smtp-id"));
    String id = EventFields.textOrNull(event, "sg_event_id");
    return new Reported(
        HookReader.reading(kind, List.of(recipient), messageId, List.of()),
        id == null ? nameless : "sendgrid " + id);
  }
}
