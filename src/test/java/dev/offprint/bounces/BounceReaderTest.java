package dev.offprint.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.bounces.Reading.ReportType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceReaderTest {
  @Test
  void aStatusReportNamesWhoFailedAndWhy() {
    Reading reading = read(Reports.unknownUser());
    assertThat(reading.kind()).isEqualTo(ReportType.HARD_BOUNCE);
    assertThat(reading.recipients())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.address()).hasToString("ada@reader.example");
              assertThat(failed.status()).isEqualTo("5.1.1");
              assertThat(failed.severity()).isEqualTo(Severity.HARD);
              assertThat(failed.diagnostic())
                  .isEqualTo("550 5.1.1 <ada@reader.example>: there is nobody of that name");
            });
    assertThat(reading.returned().messageId()).isEqualTo(Reports.MESSAGE_ID);
    assertThat(reading.messageId()).isEqualTo("<report-1@mx.reader.example>");
    assertThat(reading.deliveredTo())
        .extracting(Object::toString)
        .containsExactly("bounces@lab.example", "digest@lab.example");
  }

  @Test
  void theAddressThatWasMailedToIsToldFromTheOneItWasForwardedTo() {
    Reading reading =
        read(
            Reports.statusReport(
                """
                Original-Recipient: rfc822;ada@reader.example
                Final-Recipient: rfc822;ada.l@other.example
                Action: failed
                Status: 5.1.1
                """));
    assertThat(reading.recipients())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.address()).hasToString("ada@reader.example");
              assertThat(failed.forwardedTo()).hasToString("ada.l@other.example");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.7.25 the address of your host has no name    | 5.7.25 | REFUSED",
        "550 5.1.1 there is no user of that name here       | 5.1.1  | HARD",
        "452-4.2.2 the mailbox is full, come back later     | 4.2.2  | SOFT"
      })
  void theNoticeIsAskedWhereTheFieldsSayNothing(String said, String status, Severity severity) {
    Reading reading =
        read(
            Reports.statusReport(
                    "Final-Recipient: rfc822; ada@reader.example\nAction: failed\nStatus: 5.0.0\n")
                .replace(Reports.NOTICE, "ada@reader.example: " + said));
    assertThat(reading.kind()).isEqualTo(Failure.kind(severity));
    assertThat(reading.recipients())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.status()).isEqualTo(status);
              assertThat(failed.severity()).isEqualTo(severity);
              assertThat(failed.diagnostic()).endsWith(said);
            });
  }

  @Test
  void eachRecipientIsJudgedByItself() {
    Reading reading =
        read(
            Reports.statusReport(
                """
                Final-Recipient: rfc822; full@reader.example
                Action: failed
                Status: 5.2.2

                Final-Recipient: rfc822; fine@reader.example
                Action: delivered
                Status: 2.0.0

                Final-Recipient: rfc822; gone@reader.example
                Action: failed
                Status: 5.1.1
                """));
    assertThat(reading.kind()).isEqualTo(ReportType.HARD_BOUNCE);
    assertThat(reading.recipients())
        .extracting(failed -> failed.address() + " " + failed.severity())
        .containsExactly("full@reader.example SOFT", "gone@reader.example HARD");
  }

  @Test
  void whatIsStillBeingTriedIsNoFailure() {
    assertThat(read(Reports.delayed()).kind()).isEqualTo(ReportType.DELAY);
    assertThat(
            read(Reports.inWords(
                    "MAILER-DAEMON@mx.example",
                    "Delivery Status Notification (Delay)",
                    "Delivery to ada@reader.example has been delayed."))
                .kind())
        .isEqualTo(ReportType.DELAY);
  }

  @Test
  void aReportOfSuccessIsNoBounce() {
    String delivered =
        Reports.statusReport(
            """
            Final-Recipient: rfc822; ada@reader.example
            Action: delivered
            Status: 2.0.0
            """);
    assertThat(read(delivered).kind()).isEqualTo(ReportType.OTHER);
  }

  @Test
  void aComplaintNamesItsReader() {
    Reading reading = read(Reports.complaint("abuse"));
    assertThat(reading.kind()).isEqualTo(ReportType.COMPLAINT);
    assertThat(reading.recipients())
        .extracting(complained -> complained.address().toString())
        .containsExactly("ada@reader.example");
    assertThat(reading.returned().messageId()).isEqualTo(Reports.MESSAGE_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-spam", "auth-failure"})
  void aFeedbackReportThatIsNoComplaintIsLeftAlone(String type) {
    Reading reading = read(Reports.complaint(type));
    assertThat(reading.kind()).isEqualTo(ReportType.OTHER);
    assertThat(reading.recipients()).isEmpty();
  }

  @Test
  void answersByPeopleAndProgramsAreNoBounces() {
    assertThat(read(Reports.away()).kind()).isEqualTo(ReportType.AUTOMATIC_REPLY);
    assertThat(read(Reports.receipt()).kind()).isEqualTo(ReportType.AUTOMATIC_REPLY);
    assertThat(read(Reports.away()).recipients()).isEmpty();
    String thanks =
        """
        From: ada@reader.example
        To: digest@lab.example
        Subject: Thanks

        Nice work!
        """;
    assertThat(read(thanks).kind()).isEqualTo(ReportType.OTHER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ada@reader.example>:\\n192.0.2.1 refused.\\nRemote host said: 550 5.1.1 unknown | HARD",
        "  ada@reader.example\\n    host mx.reader.example: 452 4.2.2 mailbox full | SOFT",
        "RCPT TO:<ada@reader.example>\\n550 no such user here | HARD",
        "554 <ada@reader.example>... Service unavailable | SOFT",
        "Your mail to ada@reader.example was rejected: 550 user unknown | HARD",
        "Could not be delivered to: 'ada@reader.example' because the mailbox is full | SOFT",
        "-- ada@reader.example\\nThe account does not exist. | HARD",
        "ada@reader.example [User unknown] | HARD",
        "no delivery for the last 5 days: ada@reader.example | SOFT",
        "<ada@reader.example>:\\n554 5.7.1 refused: spam | REFUSED",
        "<ada@reader.example>: host mx.reader.example said: 550 no (in reply to MAIL FROM command)"
            + " | REFUSED",
      })
  void wordsAreReadWhereThereAreNoFields(String words, Severity severity) {
    Reading reading = read(Reports.inWords(words.replace("\\n", "\n")));
    assertThat(reading.recipients())
        .extracting(failed -> failed.address() + " " + failed.severity())
        .containsExactly("ada@reader.example " + severity);
    assertThat(reading.returned().messageId()).isEqualTo(Reports.MESSAGE_ID);
  }

  @Test
  void addressesOfSendersAndHelpersAreNotTakenForFailures() {
    Reading reading =
        read(
            Reports.inWords(
                """
                Mail from digest@lab.example could not be delivered to ada@reader.example.
                For help, contact help@mx.example or postmaster@lab.example.\
                """));
    assertThat(reading.recipients())
        .extracting(failed -> failed.address().toString())
        .containsExactly("ada@reader.example");
  }

  @Test
  void aReportThatNamesNobodyIsAboutTheOneItReturns() {
    Reading reading = read(Reports.inWords("Your mail could not be delivered. 550 5.1.1 unknown"));
    assertThat(reading.recipients())
        .extracting(failed -> failed.address().toString())
        .containsExactly("ada@reader.example");
  }

  @Test
  void aReportInsideAReportIsRead() {
    String outer =
        """
        From: Postmaster <postmaster@gateway.example>
        To: notices@lab.example
        Subject: Returned mail: user unknown
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: text/plain

        A mail could not be delivered.
        --outer
        Content-Type: message/rfc822

        %s
        --outer--
        """
            .formatted(Reports.unknownUser());
    assertThat(read(outer).recipients())
        .extracting(failed -> failed.address().toString())
        .containsExactly("ada@reader.example");
  }

  @Test
  void aForwardedBounceThatAPersonSendsIsNone() {
    String forwarded =
        """
        From: Grace <grace@reader.example>
        To: digest@lab.example
        Subject: what is this?
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: text/plain

        Look at the mail below.
        --outer
        Content-Type: message/rfc822

        %s
        --outer--
        """
            .formatted(Reports.unknownUser());
    assertThat(read(forwarded).kind()).isEqualTo(ReportType.OTHER);
  }

  @Test
  void partsThatCannotBeToldApartAreReadAsText() {
    String broken = Reports.unknownUser().replace("\n--=_part", "\n--=_torn");
    assertThat(read(broken).recipients())
        .extracting(failed -> failed.address() + " " + failed.status())
        .containsExactly("ada@reader.example 5.1.1");
  }

  @Test
  void encodedPartsAreDecoded() {
    String words = "Nicht zugestellt: <ada@reader.example>: 550 5.1.1 Empfänger unbekannt";
    String message =
        """
        From: MAILER-DAEMON@mx.example
        Subject: =?utf-8?Q?Returned_mail?=
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        %s
        """
            .formatted(
                Base64.getMimeEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
    assertThat(read(message).recipients())
        .singleElement()
        .satisfies(failed -> assertThat(failed.diagnostic()).contains("Empfänger unbekannt"));
  }

  @Test
  void windowsLineEndsAndBrokenBoundariesDoNotMatter() {
    assertThat(read(Reports.unknownUser().replace("\n", "\r\n")).recipients()).hasSize(1);
    Reading broken = read(Reports.unknownUser().replace("boundary=\"=_part\"", "boundary=other"));
    assertThat(broken.kind()).isEqualTo(ReportType.HARD_BOUNCE);
    assertThat(broken.recipients())
        .extracting(failed -> failed.address().toString())
        .containsExactly("ada@reader.example");
  }

  private static Reading read(String message) {
    return BounceReader.read(Reports.bytes(message));
  }
}
