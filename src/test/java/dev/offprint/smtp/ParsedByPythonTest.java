package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.RenderedMail;
import dev.offprint.digests.SampleMails;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Python's mail package, which is not ours, reads what we wrote, octet for octet. */
class ParsedByPythonTest {
  private static final String READ =
      """
      import base64, email, email.policy, json, sys
      message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
      parts = {p.get_content_type(): base64.b64encode(p.get_payload(decode=True)).decode()
               for p in message.walk() if not p.is_multipart()}
      defects = [str(d) for p in message.walk() for d in p.defects]
      print(json.dumps({'subject': message['subject'], 'parts': parts, 'defects': defects}))
      """;

  @ParameterizedTest
  @EnumSource(names = {"EIGHT_BIT", "QUOTED_PRINTABLE"})
  void everyPartIsReadAsItWasWritten(TransferEncoding encoding) throws Exception {
    for (Map.Entry<String, RenderedMail> mail : SampleMails.all().entrySet()) {
      assertSame(mail.getKey(), mail.getValue(), encoding);
    }
    // Shorter in base64 than in quoted-printable.
    String chinese = "潮汐池中的蜗牛在阴影里更多。\n".repeat(200);
    assertSame("base64", new RenderedMail("潮汐池", chinese, chinese), encoding);
  }

  private static void assertSame(String name, RenderedMail mail, TransferEncoding encoding)
      throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    new MessageFormat("")
        .format(SampleMessages.message("ada@example.org", mail, Map.of()))
        .writeTo(piece -> written.writeBytes(piece.bytes()), encoding, Optional.empty());
    JsonNode read = read(written.toByteArray());
    assertThat(read.path("defects").isEmpty()).as(name).isTrue();
    assertThat(read.path("subject").asString()).isEqualTo(mail.subject());
    assertThat(text(read, "text/html")).as(name).isEqualTo(mail.html());
    assertThat(text(read, "text/plain")).as(name).isEqualTo(mail.text());
  }

  /** Without the line end that belongs to the boundary. */
  private static String text(JsonNode read, String type) {
    byte[] octets = Base64.getDecoder().decode(read.path("parts").path(type).asString());
    return new String(octets, StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static JsonNode read(byte[] message) throws IOException, InterruptedException {
    Process python;
    try {
      python = new ProcessBuilder("python3", "-c", READ).start();
    } catch (IOException e) {
      return Assumptions.abort("Python is not installed");
    }
    try (OutputStream to = python.getOutputStream()) {
      to.write(message);
    }
    JsonNode read = JsonMapper.shared().readTree(python.getInputStream().readAllBytes());
    python.waitFor();
    return read;
  }
}
