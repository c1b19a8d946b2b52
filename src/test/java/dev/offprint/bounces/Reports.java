package dev.offprint.bounces;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages that mail systems send back, written for these tests in the forms of the RFCs. */
final class Reports {
  /** What {@link #statusReport} says in words. */
  static final String NOTICE = "Your mail could not be handed over. The next part says why.";

  static final String MESSAGE_ID = "<0123456789abcdef@papers.lab.example>";

  private static final String ORIGINAL =
      """
      Received: from papers.lab.example by mx.reader.example; Mon, 27 May 2024 07:00:02 +0000
      From: Offprint <digest@lab.example>
      To: ada@reader.example
      Subject: 3 papers for today
      Message-ID: %s
      Feedback-ID: edition:offprint

      Good morning.
      """
          .formatted(MESSAGE_ID);

  private Reports() {}

  static byte[] bytes(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }

  /** RFC 3464, with the fields of one recipient. */
  static String statusReport(String recipientFields) {
    return """
    Return-Path: <>
    X-Original-To: bounces@lab.example
    From: Mail Delivery System <MAILER-DAEMON@mx.reader.example>
    To: digest@lab.example
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <report-1@mx.reader.example>
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status;
    \tboundary="=_part"

    This part is for programs that know no parts.

    --=_part
    Content-Type: text/plain; charset=us-ascii

    %s

    --=_part
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.reader.example
    Arrival-Date: Mon, 27 May 2024 07:00:02 +0000

    %s
    --=_part
    Content-Type: message/rfc822

    %s
    --=_part--
    """
        .formatted(NOTICE, recipientFields, ORIGINAL);
  }

  static String unknownUser() {
    return statusReport(
        """
        Final-Recipient: rfc822; ada@reader.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <ada@reader.example>: there is
          nobody of that name
        """);
  }

  static String delayed() {
    return statusReport(
        """
        Final-Recipient: rfc822; ada@reader.example
        Action: delayed
        Status: 4.4.1
        Will-Retry-Until: Wed, 29 May 2024 07:00:02 +0000
        """);
  }

  /** RFC 5965. */
  static String complaint(String feedbackType) {
    return """
    From: <feedback@provider.example>
    To: <abuse@lab.example>
    Subject: FW: 3 papers for today
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=feedback-report; boundary=abc

    --abc
    Content-Type: text/plain

    A reader reported this mail.
    --abc
    Content-Type: message/feedback-report

    Feedback-Type: %s
    User-Agent: ProviderFeedback/1.0
    Version: 1
    Original-Rcpt-To: <ada@reader.example>
    --abc
    Content-Type: message/rfc822

    %s
    --abc--
    """
        .formatted(feedbackType, ORIGINAL);
  }

  /** RFC 3834. */
  static String away() {
    return """
    Return-Path: <>
    From: Ada <ada@reader.example>
    To: digest@lab.example
    Subject: Automatic reply: 3 papers for today
    Auto-Submitted: auto-replied

    I am back on Monday. For anything urgent, write to grace@reader.example.
    """;
  }

  /** RFC 8098: its field Final-Recipient names a reader, not a failure. */
  static String receipt() {
    return """
    From: Ada <ada@reader.example>
    To: digest@lab.example
    Subject: Read: 3 papers for today
    Content-Type: multipart/report; report-type=disposition-notification; boundary=r

    --r
    Content-Type: text/plain

    It was opened.
    --r
    Content-Type: message/disposition-notification

    Final-Recipient: rfc822; ada@reader.example
    Disposition: automatic-action/MDN-sent-automatically; displayed
    --r--
    """;
  }

  /** Words alone, in front of the mail that came back. */
  static String inWords(String from, String subject, String words) {
    return """
    Return-Path: <>
    From: %s
    To: digest@lab.example
    Subject: %s

    %s

    %s\
    """
        .formatted(from, subject, words, ORIGINAL);
  }

  static String inWords(String words) {
    return inWords("MAILER-DAEMON@mx.reader.example", "failure notice", words);
  }

  /** One of each kind. */
  static List<String> all() {
    return List.of(
        unknownUser(),
        delayed(),
        complaint("abuse"),
        away(),
        receipt(),
        inWords(
            "<ada@reader.example>:\n550 5.1.1 no such user\n\n--- Below is a copy of the message"),
        inWords("Could not deliver to the following recipient: ada@reader.example"));
  }
}
