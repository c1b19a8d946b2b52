package dev.offprint.bounces;

import dev.offprint.bounces.HookEvent.Ignored;
import dev.offprint.bounces.HookEvent.Reported;
import dev.offprint.bounces.HookEvent.Subscription;
import dev.offprint.bounces.Reading.ReportType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events of Amazon SES, as its developer guide describes them under "Amazon SNS notification
 * contents" and "event publishing", in the envelope of Amazon SNS or without it.
 */
final class AmazonEvents {
  private static final JsonMapper JSON = new JsonMapper();

  /** Opening any other address would tell somebody else. */
  private static final Pattern CONFIRMATION =
      Pattern.compile("https://sns\\.[a-z0-9.-]{1,80}\\.amazonaws\\.com(\\.cn)?/[^\\s\\p{Cntrl}]*");

  private AmazonEvents() {}

  /** What SNS brings. */
  static HookEvent ofNotification(JsonNode notification) {
    String type = EventFields.text(notification, "Type");
    String identity = "sns " + EventFields.text(notification, "MessageId");
    return switch (type) {
      case "Notification" -> of(content(EventFields.text(notification, "Message")), identity);
      case "SubscriptionConfirmation" -> {
        String address = EventFields.text(notification, "SubscribeURL");
        if (!CONFIRMATION.matcher(address).matches()) {
          throw new MalformedEvent("SubscribeURL must be an address of Amazon SNS");
        }
        yield new Subscription(address, identity);
      }
      case "UnsubscribeConfirmation" -> new Ignored();
      default -> throw new MalformedEvent("Type is none that Amazon SNS sends");
    };
  }

  private static JsonNode content(String message) {
    try {
      return JSON.readTree(message);
    } catch (JacksonException e) {
      throw new MalformedEvent("Message must be JSON of Amazon SES");
    }
  }

  /** An event itself. */
  static HookEvent of(JsonNode event, String identity) {
    String type = EventFields.textOrNull(event, "notificationType");
    if (type == null) {
      type = EventFields.text(event, "eventType");
    }
    return switch (type) {
      case "Bounce" -> {
        List<FailedRecipient> failed = bounced(event.path("bounce"));
        yield reported(Failure.kind(failed), failed, event, identity);
      }
      case "Complaint" -> {
        JsonNode complaint = event.path("complaint");
        boolean wanted =
            "not-spam".equals(EventFields.textOrNull(complaint, "complaintFeedbackType"));
        yield wanted
            ? new Ignored()
            : reported(ReportType.COMPLAINT, complained(complaint), event, identity);
      }
      default -> new Ignored();
    };
  }

  private static Reported reported(
      ReportType kind, List<FailedRecipient> recipients, JsonNode event, String identity) {
    JsonNode mail = event.path("mail");
    String source = EventFields.textOrNull(mail, "source");
    return new Reported(
        HookReader.reading(
            kind, recipients, messageId(mail), source == null ? List.of() : Message.tokens(source)),
        identity);
  }

  /** Amazon gives a mail an id of its own; the one that it had is among its headers. */
  private static @Nullable String messageId(JsonNode mail) {
    for (JsonNode header : mail.path("headers")) {
      if ("message-id".equals(header.path("name").asString("").toLowerCase(Locale.ROOT))) {
        return HookReader.messageId(EventFields.textOrNull(header, "value"));
      }
    }
    return HookReader.messageId(EventFields.textOrNull(mail.path("commonHeaders"), "messageId"));
  }

  private static List<FailedRecipient> bounced(JsonNode bounce) {
    String type = EventFields.text(bounce, "bounceType");
    List<FailedRecipient> failed = new ArrayList<>();
    for (JsonNode recipient : recipients(bounce, "bouncedRecipients")) {
      String status = EventFields.textOrNull(recipient, "status");
      String said = EventFields.textOrNull(recipient, "diagnosticCode");
      Codes codes =
          Codes.of(
              status == null ? "" : status,
              said == null
                  ? String.format(
                      Locale.ROOT, "%s bounce, %s", type, bounce.path("bounceSubType").asString(""))
                  : StatusReport.withoutType(said));
      Severity severity =
          switch (type) {
            case "Transient" -> codes.severityAtMost(Severity.SOFT);
            case "Permanent" -> codes.severityOr(Severity.HARD);
            default -> codes.severity();
          };
      failed.add(
          new FailedRecipient(
              EventFields.address(recipient, "emailAddress"),
              null,
              severity,
              codes.status(),
              codes.diagnostic()));
    }
    return failed;
  }

  private static List<FailedRecipient> complained(JsonNode complaint) {
    List<FailedRecipient> complained = new ArrayList<>();
    for (JsonNode recipient : recipients(complaint, "complainedRecipients")) {
      complained.add(
          new FailedRecipient(
              EventFields.address(recipient, "emailAddress"),
              null,
              Severity.HARD,
              null,
              "complaint"));
    }
    return complained;
  }

  private static JsonNode recipients(JsonNode event, String name) {
    JsonNode recipients = event.path(name);
    if (!recipients.isArray() || recipients.isEmpty()) {
      throw new MalformedEvent(name + " is missing");
    }
    return recipients;
  }
}
