package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.RenderedMail;
import dev.offprint.digests.SampleMails;
import jakarta.mail.internet.AddressException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What SpamAssassin, which Debian has as spamassassin, thinks of our mails by its local rules.
 * Where it is not installed the test is skipped, but fails if {@code SPAMASSASSIN_REQUIRED} is set.
 */
class SpamAssassinTest {
  private static final double MOST = 0.5;
  private static final Pattern SCORE = Pattern.compile("X-Spam-Status: \\w+, score=(-?[\\d.]+)");

  /** As the first relay of the receiver writes it. */
  private static final List<String> HOP =
      List.of(
          "Received: from relay.lab.example (relay.lab.example [193.0.19.25])",
          "\tby mx.example.org (Postfix) with ESMTPS id 4B5C6D",
          "\tfor <ada@example.org>; Tue, 24 Nov 2026 06:00:02 +0000",
          "");

  @ParameterizedTest
  @EnumSource(
      value = TransferEncoding.class,
      names = {"EIGHT_BIT", "QUOTED_PRINTABLE"})
  void noKindOfMailLooksLikeSpam(TransferEncoding encoding) throws Exception {
    StringBuilder box = new StringBuilder();
    Map<String, RenderedMail> mails = SampleMails.all();
    for (RenderedMail mail : mails.values()) {
      box.append("From papers@lab.example Tue Nov 24 06:00:02 2026\n")
          .append(
              (String.join("\r\n", HOP) + written(mail, encoding))
                  .replace("\r\n", "\n")
                  .replace("\nFrom ", "\n>From "))
          .append('\n');
    }
    assertThat(scores(box.toString()))
        .hasSameSizeAs(mails.keySet())
        .allSatisfy(score -> assertThat(score).isLessThanOrEqualTo(MOST));
  }

  private static String written(RenderedMail mail, TransferEncoding encoding)
      throws IOException, AddressException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    new MessageFormat("")
        .format(
            SampleMessages.message(
                "ada@example.org",
                mail,
                Map.of(
                    "List-Id", "\"Research papers\" <daily.lab.example>",
                    "List-Unsubscribe", "<https://papers.lab.example/unsubscribe/x>",
                    "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                    "Auto-Submitted", "auto-generated")))
        .writeTo(piece -> written.writeBytes(piece.bytes()), encoding, Optional.empty());
    return written.toString(StandardCharsets.UTF_8);
  }

  /** One process for all, since it reads its rules for seconds. */
  private static List<Double> scores(String mailbox) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("spamassassin", "--local", "--test-mode", "--mbox")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      String missing = "SpamAssassin is not installed (Debian: spamassassin)";
      assertThat(System.getenv("SPAMASSASSIN_REQUIRED")).as(missing).isNull();
      return Assumptions.abort(missing);
    }
    try (OutputStream to = process.getOutputStream()) {
      to.write(mailbox.getBytes(StandardCharsets.UTF_8));
    }
    String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return SCORE
        .matcher(report.replaceAll("\\r?\\n[ \\t]+", " "))
        .results()
        .map(found -> Double.valueOf(found.group(1)))
        .toList();
  }
}
