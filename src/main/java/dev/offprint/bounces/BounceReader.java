package dev.offprint.bounces;

import dev.offprint.bounces.Reading.ReportType;
import dev.offprint.bounces.Reading.Returned;
import dev.offprint.subscribers.EmailAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads messages that came back.
 *
 * <p>What is believed, in this order: the fields of a feedback report (RFC 5965), those of a
 * delivery status notification (RFC 3464), the header {@code X-Failed-Recipients}, the words, and
 * at last the {@code To} of the returned mail.
 */
public final class BounceReader {
  private static final Set<String> STATUS =
      Set.of("message/delivery-status", "message/global-delivery-status");
  private static final Set<String> RECEIPT =
      Set.of("message/disposition-notification", "message/global-disposition-notification");

  private static final int MAX_DEPTH = 2;

  private BounceReader() {}

  /**
   * Reads one message (RFC 5322). Whatever the bytes are, there is an answer; of more than four
   * million bytes the rest is not looked at.
   */
  public static Reading read(byte[] bytes) {
    return read(bytes, 0);
  }

  private static Reading read(byte[] bytes, int depth) {
    Message message = Message.of(bytes);
    Returned returned = message.returned();
    if (FeedbackReport.isIn(message)) {
      ReportType kind = FeedbackReport.kind(message);
      return reading(
          message,
          kind,
          kind == ReportType.COMPLAINT ? FeedbackReport.recipients(message) : List.of(),
          returned);
    }
    if (!message.bodies(RECEIPT).isEmpty()) {
      return reading(message, ReportType.AUTOMATIC_REPLY, List.of(), returned);
    }
    StatusReport report =
        StatusReport.of(statusFields(message), message.notice().about(message.own()));
    if (!report.failed().isEmpty()) {
      return failure(message, report.failed(), returned);
    }
    if (!report.delayed().isEmpty()) {
      return reading(message, ReportType.DELAY, report.delayed(), returned);
    }
    if (report.succeeded()) {
      return reading(message, ReportType.OTHER, List.of(), returned);
    }
    return ofWords(message, returned, depth);
  }

  /** Where there should be parts and are none to be told apart, the fields are in the text. */
  private static String statusFields(Message message) {
    String fields = message.bodies(STATUS);
    String undivided = fields.isBlank() ? message.undivided() : fields;
    return undivided.isBlank() ? message.notice().words() : undivided;
  }

  private static Reading ofWords(Message message, Returned returned, int depth) {
    Signs signs = new Signs(message);
    if (signs.ofAutomaticReply()) {
      return reading(message, ReportType.AUTOMATIC_REPLY, List.of(), returned);
    }
    List<EmailAddress> byHeader = message.failedByHeader();
    if (signs.ofComplaint()) {
      return reading(
          message, ReportType.COMPLAINT, message.notice().recipients(message.own()), returned);
    }
    if (byHeader.isEmpty() && !signs.ofFailure()) {
      return reading(message, ReportType.OTHER, List.of(), returned);
    }
    List<FailedRecipient> recipients = message.notice().recipients(message.own());
    if (!byHeader.isEmpty()) {
      recipients = told(byHeader, recipients, message.notice());
    }
    if (recipients.isEmpty() && depth < MAX_DEPTH) {
      // Some systems wrap a report into one of their own, which then names nobody.
      Reading inner = read(message.returnedBytes(), depth + 1);
      if (!inner.recipients().isEmpty()) {
        return reading(message, inner.kind(), inner.recipients(), both(inner.returned(), returned));
      }
    }
    EmailAddress to = returned.recipient();
    if (recipients.isEmpty() && to != null) {
      recipients = List.of(Codes.anywhere(message.notice().words()).recipient(to, null));
    }
    return signs.ofDelay()
        ? reading(message, ReportType.DELAY, recipients, returned)
        : failure(message, recipients, returned);
  }

  /** The addresses of the header, each with what the words say of it. */
  private static List<FailedRecipient> told(
      List<EmailAddress> byHeader, List<FailedRecipient> byWords, ProseReport notice) {
    Map<String, FailedRecipient> words = new LinkedHashMap<>();
    byWords.forEach(recipient -> words.put(recipient.address().key(), recipient));
    return byHeader.stream()
        .map(
            address -> {
              FailedRecipient known = words.get(address.key());
              return known == null
                  ? Codes.anywhere(notice.words()).recipient(address, null)
                  : known;
            })
        .toList();
  }

  /** What the inner one is about, which the address of either may name. */
  private static Returned both(Returned inner, Returned outer) {
    List<String> tokens = new ArrayList<>(outer.tokens());
    tokens.addAll(inner.tokens());
    return new Returned(inner.messageId(), inner.recipient(), tokens);
  }

  private static Reading failure(
      Message message, List<FailedRecipient> recipients, Returned returned) {
    if (recipients.isEmpty()) {
      Codes codes = Codes.anywhere(message.notice().words());
      return reading(
          message, Failure.kind(codes.severity()), recipients, returned, codes.diagnostic());
    }
    return reading(message, Failure.kind(recipients), recipients, returned);
  }

  private static Reading reading(
      Message message, ReportType kind, List<FailedRecipient> recipients, Returned returned) {
    return reading(message, kind, recipients, returned, "");
  }

  private static Reading reading(
      Message message,
      ReportType kind,
      List<FailedRecipient> recipients,
      Returned returned,
      String diagnostic) {
    Map<String, FailedRecipient> once = new LinkedHashMap<>();
    for (FailedRecipient recipient : recipients) {
      once.merge(
          recipient.address().key(),
          recipient,
          (first, second) -> first.status() == null && second.status() != null ? second : first);
    }
    return new Reading(
        kind,
        List.copyOf(once.values()),
        returned,
        message.deliveredTo(),
        message.messageId(),
        diagnostic,
        FeedbackReport.isIn(message) || new Signs(message).ofMailSystem());
  }
}
