package dev.offprint.smtp.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.Security;
import dev.offprint.digests.RenderedMail;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.OutgoingMessage;
import dev.offprint.sending.SendOutcome;
import dev.offprint.smtp.OffprintProcess;
import dev.offprint.smtp.SampleMessages;
import dev.offprint.smtp.ScriptedRelay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody else's verifier finds our signatures right, with the keys and the records in DNS that
 * {@code offprint dkim init} made; and wrong as soon as something was changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DkimVerificationTest {
  private static final Pattern ZONE_RECORD =
      Pattern.compile("(?m)^(\\S+)\\. IN TXT \\(((?:\\s+\"[^\"]{1,255}\")+) \\)$");
  private static final List<String> HEADER =
      List.of(
          "Date: Mon, 27 May 2024 08:30:00 +0000",
          "From: Papers at the Lab <papers@lab.example>",
          "To: ada@example.org",
          "Subject: =?UTF-8?Q?Five_papers_for_Monday:_=E2=84=93=E2=82=9A_norms?=\r\n"
              + "\t =?UTF-8?Q?_and_more?=  ",
          "Message-ID: <0123456789abcdef@lab.example>",
          "List-Id: Papers at the Lab <papers.lab.example>",
          "List-Unsubscribe: <https://papers.lab.example/u/0123456789>,\r\n"
              + " <mailto:papers@lab.example?subject=unsubscribe>",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
          "Auto-Submitted: auto-generated",
          "Feedback-ID: 20240527:papers:offprint",
          "MIME-Version: 1.0",
          "Content-Type: text/plain; charset=UTF-8",
          "Content-Transfer-Encoding: 8bit");
  private static final String BODY =
      String.join(
          "\r\n",
          "Five papers, Grüße  from\tthe lab.  ",
          "",
          " \tAn indented line.\t",
          ". dots",
          "",
          " ",
          "",
          "");

  private DkimSigner signer;
  private Dkimpy verifier;

  @BeforeAll
  void makeKeysAsAnOperatorDoes(@TempDir Path data) throws IOException, InterruptedException {
    Map<String, String> environment =
        new HashMap<>(Map.of("OFFPRINT_MAIL__FROM", "Papers <papers@mail.lab.example>"));
    environment.put("OFFPRINT_MAIL__DKIM__DOMAIN", "lab.example");
    Map<String, String> records = new HashMap<>();
    for (String algorithm : List.of("rsa", "ed25519")) {
      String printed =
          OffprintProcess.run(data, environment, "dkim", "init", "--algorithm", algorithm);
      Matcher record = ZONE_RECORD.matcher(printed);
      assertThat(record.find()).as(printed).isTrue();
      records.put(record.group(1), record.group(2).replaceAll("\"\\s+\"|^\\s*\"|\"$", ""));
      Matcher setting = Pattern.compile("(?m)^(\\w+)_key_file = \"(.*)\"$").matcher(printed);
      assertThat(setting.find()).as(printed).isTrue();
      environment.put(
          "OFFPRINT_MAIL__DKIM__%s_KEY_FILE".formatted(setting.group(1).toUpperCase(Locale.ROOT)),
          setting.group(2));
    }
    assertThat(records)
        .containsOnlyKeys(
            "offprint._domainkey.lab.example", "offprint-ed25519._domainkey.lab.example");
    verifier = Dkimpy.with(records);
    signer =
        DkimSigner.of(ConfigurationLoader.load(null, environment).configuration().mail())
            .orElseThrow();
  }

  @Test
  void bothSignaturesOfAFoldedHeaderAndABodyWithBlanksPass() throws IOException {
    assertThat(verifier.verify(signed(HEADER, BODY))).containsExactly("pass", "pass");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothSignaturesOfAMessagePassAtTheRelay(boolean htmlWanted) throws IOException {
    try (ScriptedRelay relay = new ScriptedRelay((point, connection, line) -> null).pipelining();
        MailTransport.Connection connection =
            SampleMessages.signing(SampleMessages.settings(relay.port(), Security.NONE), signer)
                .open()) {
      OutgoingMessage usual =
          SampleMessages.message(
              "ada@reader.example",
              new RenderedMail("Grüße", "<p>Über  \n</p>", ".Über  \n\n\n"),
              Map.of("List-Unsubscribe", "<https://lab.example/unsubscribe/abc>"));
      SendOutcome outcome =
          connection.send(
              new OutgoingMessage(
                  usual.messageId(),
                  "Papers <papers@mail.lab.example>",
                  usual.to(),
                  usual.headers(),
                  usual.content(),
                  htmlWanted,
                  usual.date()));

      assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(verifier.verify(relay.accepted.getFirst())).containsExactly("pass", "pass");
    }
  }

  static List<String> bodies() {
    return List.of("", "\r\n", " \t\r\n\r\n", "a", "a \r\n", "\r\n\r\n  a\t\tb", "\ta\r\n\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void bothSignaturesOfOddBodiesPass(String body) throws IOException {
    assertThat(verifier.verify(signed(HEADER, body))).containsExactly("pass", "pass");
  }

  @Test
  void bothSignaturesOfTheShortestHeaderPass() throws IOException {
    assertThat(verifier.verify(signed(List.of("From: a@lab.example"), "a\r\n")))
        .containsExactly("pass", "pass");
  }

  @Test
  void bothSignaturesOfUtf8InTheHeaderPass() throws IOException {
    List<String> header = new ArrayList<>(HEADER);
    header.set(2, "To: grüße@example.org");
    assertThat(verifier.verify(signed(header, BODY))).containsExactly("pass", "pass");
  }

  @Test
  void bothSignaturesOfAHeaderWithTwoOfAKindPass() throws IOException {
    List<String> header = new ArrayList<>(HEADER);
    header.add("To: second@example.org");
    header.add("From: second@example.org");
    assertThat(verifier.verify(signed(header, BODY))).containsExactly("pass", "pass");
  }

  @Test
  void aRelayMayFoldAnewAndTrimAndAddItsOwnFields() throws IOException {
    String relayed =
        "Received: from lab.example by relay.example;\r\n Mon, 27 May 2024 08:30:01 +0000\r\n"
            + signed(HEADER, BODY)
                .replace("\r\n\t =?UTF-8?Q?_and", " =?UTF-8?Q?_and")
                .replace(">,\r\n <mailto", ">, <mailto")
                .replace("\r\nSubject:", "\r\nSUBJECT:\r\n ")
                .replaceAll("[ \t]+\r\n", "\r\n")
            + "\r\n\r\n";
    assertThat(verifier.verify(relayed)).containsExactly("pass", "pass");
  }

  @ParameterizedTest
  @CsvSource({
    "Grüße  from, Gruß  from",
    "An indented, Another indented",
    "Five_papers, Six_papers",
    "papers@lab.example>, papers@evil.example>",
    "To: ada, To: bob",
    "08:30:00, 08:30:01",
    "<0123, <1123",
    "text/plain, text/html",
    "8bit, 7bit",
    "One-Click, Two-Click",
    "u/0123456789, u/1123456789",
    "List-Id: Papers, List-Id: Others",
    "auto-generated, auto-replied",
    "20240527:, 20240528:",
    "t=1716, t=1715"
  })
  void whateverIsChangedBothFail(String from, String to) throws IOException {
    String message = signed(HEADER, BODY);
    assertThat(message).contains(from);
    assertThat(verifier.verify(message.replace(from, to)))
        .hasSize(2)
        .allMatch(said -> said.startsWith("fail"));
  }

  @Test
  void asSoonAsAnotherFromIsAddedBothFail() throws IOException {
    String message = signed(HEADER, BODY);
    for (String forged :
        List.of(
            "From: boss@lab.example\r\n" + message,
            message.replace("\r\nTo:", "\r\nFrom: boss@lab.example\r\nTo:"))) {
      assertThat(verifier.verify(forged)).hasSize(2).allMatch(said -> said.startsWith("fail"));
    }
  }

  @Test
  void asSoonAsAFieldOrALineIsTakenAwayBothFail() throws IOException {
    String message = signed(HEADER, BODY);
    assertThat(verifier.verify(message.replace("MIME-Version: 1.0\r\n", "")))
        .hasSize(2)
        .allMatch(said -> said.startsWith("fail"));
    assertThat(verifier.verify(message.replace(". dots\r\n", "")))
        .hasSize(2)
        .allMatch(said -> said.startsWith("fail"));
  }

  private String signed(List<String> header, String body) {
    RelaxedBody relaxed = new RelaxedBody();
    byte[] octets = body.getBytes(StandardCharsets.UTF_8);
    relaxed.write(octets, 0, octets.length);
    String signatures = signer.sign(header, relaxed.hash(), Instant.parse("2024-05-27T08:30:00Z"));
    return signatures
        + header.stream().map(field -> field + "\r\n").collect(Collectors.joining())
        + "\r\n"
        + body;
  }
}
