package dev.offprint.bounces;

import dev.offprint.bounces.HookEvent.Malformed;
import dev.offprint.bounces.HookEvent.Reported;
import dev.offprint.bounces.Reading.ReportType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what mail services post: events of Amazon SES, by SNS or bare; of SendGrid; and in a form
 * of our own, {@code {"type": "hard_bounce", "email": "a@b.example"}}, one of them or an array. The
 * forms are told apart by their fields.
 */
public final class HookReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

  private HookReader() {}

  /**
   * Reads the body of a request. Whatever the bytes are, there is an answer.
   *
   * @param today tells apart two events that are alike and have no name
   */
  public static List<HookEvent> read(byte[] body, LocalDate today) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JacksonException e) {
      return List.of(new Malformed("the body is not JSON" + place(e)));
    }
    if (!root.isArray()) {
      return List.of(event(root, today));
    }
    List<HookEvent> events = new ArrayList<>();
    root.forEach(node -> events.add(event(node, today)));
    return events;
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? ""
        : String.format(
            Locale.ROOT,
            " (line %d, column %d)",
            e.getLocation().getLineNr(),
            e.getLocation().getColumnNr());
  }

  private static HookEvent event(JsonNode node, LocalDate today) {
    try {
      if (!node.isObject()) {
        throw new MalformedEvent("an event must be a JSON object");
      }
      if (node.has("Type")) {
        return AmazonEvents.ofNotification(node);
      }
      if (node.has("notificationType") || node.has("eventType")) {
        return AmazonEvents.of(node, identity(node, today));
      }
      return node.has("event")
          ? SendGridEvents.of(node, identity(node, today))
          : ownForm(node, today);
    } catch (MalformedEvent e) {
      return new Malformed(Objects.requireNonNull(e.getMessage()));
    }
  }

  private static HookEvent ownForm(JsonNode node, LocalDate today) {
    String type = EventFields.text(node, "type");
    ReportType kind =
        switch (type) {
          case "hard_bounce" -> ReportType.HARD_BOUNCE;
          case "soft_bounce" -> ReportType.SOFT_BOUNCE;
          case "complaint" -> ReportType.COMPLAINT;
          default -> throw new MalformedEvent("type must be hard_bounce, soft_bounce or complaint");
        };
    String status = EventFields.textOrNull(node, "status");
    if (status != null && !STATUS.matcher(status).matches()) {
      throw new MalformedEvent("status must be an enhanced status code, such as 5.1.1");
    }
    String reason = EventFields.textOrNull(node, "reason");
    Codes said =
        Codes.of(status == null ? "" : status, reason == null ? type.replace('_', ' ') : reason);
    Severity severity =
        switch (kind) {
          case HARD_BOUNCE -> said.severityOr(Severity.HARD);
          case SOFT_BOUNCE -> said.severityAtMost(Severity.SOFT);
          default -> Severity.HARD;
        };
    FailedRecipient recipient =
        new FailedRecipient(
            EventFields.address(node, "email"), null, severity, said.status(), said.diagnostic());
    String messageId = messageId(EventFields.textOrNull(node, "message_id"));
    String id = EventFields.textOrNull(node, "id");
    String identity =
        id != null ? "own " + id : messageId != null ? "own " + node : identity(node, today);
    return new Reported(
        reading(
            kind == ReportType.COMPLAINT ? kind : Failure.kind(severity),
            List.of(recipient),
            messageId,
            List.of()),
        identity);
  }

  /** Angle brackets are often left out in JSON. */
  static @Nullable String messageId(@Nullable String text) {
    return text == null || text.startsWith("<") ? text : "<" + text + ">";
  }

  /** A day on which an address fails counts once anyway, and another day is another event. */
  private static String identity(JsonNode node, LocalDate today) {
    return today + " " + node;
  }

  static Reading reading(
      ReportType kind,
      List<FailedRecipient> recipients,
      @Nullable String messageId,
      List<String> tokens) {
    return new Reading(
        kind, recipients, new Reading.Returned(messageId, null, tokens), List.of(), null, "", true);
  }
}
