package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.access.TokenServer;
import dev.offprint.config.Login;
import dev.offprint.config.Login.OAuth;
import dev.offprint.config.Security;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.SendOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in at the relay by an access token. */
class RelayTokensTest {
  private static final String OFFER =
      "250-scripted.example\r\n250-AUTH PLAIN LOGIN XOAUTH2\r\n250 8BITMIME";
  private static final String EXPIRED =
      "334 "
          + base64(
              "{\"status\":\"400\",\"schemes\":\"Bearer\",\"scope\":\"https://mail.google.com/\"}");

  @TempDir Path folder;
  private TokenServer tokens;
  private String offer = OFFER;

  /** What the relay answers to a token; null takes it. */
  private interface Judge {
    @Nullable String answer(String token);
  }

  @BeforeEach
  void giveOutTokens() throws IOException {
    tokens = new TokenServer(null);
    tokens.answers(200, "{'access_token':'token-NUMBER','token_type':'Bearer','expires_in':3600}");
  }

  @AfterEach
  void close() {
    tokens.close();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String login(String token) {
    return "AUTH XOAUTH2 " + base64("user=papers\1auth=Bearer " + token + "\1\1");
  }

  private static List<String> logins(ScriptedRelay relay) {
    return relay.commands.stream().filter(command -> command.startsWith("AUTH")).toList();
  }

  private ScriptedRelay relay(Judge judge) throws IOException {
    return new ScriptedRelay(
        (point, connection, line) ->
            switch (point) {
              case EHLO -> offer;
              case AUTH -> judge.answer(token(line));
              default -> null;
            });
  }

  private static String token(String line) {
    String response =
        new String(
            Base64.getDecoder().decode(line.replaceFirst("AUTH XOAUTH2 ", "")),
            StandardCharsets.UTF_8);
    return response.replaceAll("(?s).*Bearer |\1", "");
  }

  private OAuth client() {
    return new OAuth("", List.of(), tokens.address(), "offprint", "hunter", "mail.send");
  }

  private OAuth file() {
    return new OAuth(folder.resolve("token").toString(), List.of(), "", "", "", "");
  }

  private static SmtpTransport transport(ScriptedRelay relay, OAuth oauth) {
    return SampleMessages.transport(
        SampleMessages.settings(relay.port(), Security.NONE, new Login("papers", "", oauth)));
  }

  private static SendOutcome send(SmtpTransport transport) {
    try (MailTransport.Connection connection = transport.open()) {
      return connection.send(SampleMessages.to("ada@reader.example"));
    }
  }

  private static SendOutcome.RelayUnavailable problem(SendOutcome outcome) {
    assertThat(outcome).isInstanceOf(SendOutcome.RelayUnavailable.class);
    assertThat(outcome.toString()).doesNotContain("\n", "hunter", "token-");
    return (SendOutcome.RelayUnavailable) outcome;
  }

  @Test
  void oneTokenServesAllConnections() throws Exception {
    try (ScriptedRelay relay = relay(token -> null)) {
      SmtpTransport transport = transport(relay, client());
      for (int i = 0; i < 3; i++) {
        assertThat(send(transport)).isInstanceOf(SendOutcome.Accepted.class);
      }
      assertThat(logins(relay)).hasSize(3).containsOnly(login("token-1"));
      assertThat(tokens.forms).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"334", "535 5.7.3 Authentication unsuccessful"})
  void aTokenThatIsRefusedIsReplacedOnceAndNothingIsLost(String answer) throws Exception {
    String refusal = answer.equals("334") ? EXPIRED : answer;
    try (ScriptedRelay relay = relay(token -> token.equals("token-1") ? refusal : null)) {
      SmtpTransport transport = transport(relay, client());
      assertThat(send(transport)).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(send(transport)).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(logins(relay))
          .containsExactly(login("token-1"), login("token-2"), login("token-2"));
    }
  }

  @Test
  void aRelayThatRefusesEveryTokenIsAskedTwiceAndItsReasonIsRead() throws Exception {
    try (ScriptedRelay relay = relay(token -> EXPIRED)) {
      SendOutcome.RelayUnavailable problem = problem(send(transport(relay, client())));
      assertThat(problem.why())
          .isEqualTo(
              "the relay 127.0.0.1:"
                  + relay.port()
                  + " refused the token: status 400, schemes Bearer, scope"
                  + " https://mail.google.com/. Check that smtp.oauth gives tokens for"
                  + " smtp.username and for sending by SMTP.");
      assertThat(problem.mayPass()).isFalse();
      assertThat(logins(relay)).containsExactly(login("token-1"), login("token-2"));
      assertThat(relay.accepted).isEmpty();
    }
  }

  @Test
  void aRefusalInOtherWordsIsPassedOn() throws Exception {
    try (ScriptedRelay relay = relay(token -> "535 5.7.139 SmtpClientAuthentication is disabled")) {
      assertThat(problem(send(transport(relay, client()))).why())
          .contains("refused the token: 535 5.7.139 SmtpClientAuthentication is disabled. Check");
    }
    try (ScriptedRelay relay = relay(token -> "334 ")) {
      assertThat(problem(send(transport(relay, client()))).why())
          .contains("refused the token: it does not say why. Check");
    }
  }

  @Test
  void theSameTokenIsNotTriedAgain() throws Exception {
    Files.writeString(folder.resolve("token"), "token-a\n");
    try (ScriptedRelay relay = relay(token -> EXPIRED)) {
      problem(send(transport(relay, file())));
      assertThat(logins(relay)).containsExactly(login("token-a"));
    }
  }

  @Test
  void theFileIsReadForEachConnection() throws Exception {
    try (ScriptedRelay relay = relay(token -> null)) {
      SmtpTransport transport = transport(relay, file());
      assertThat(problem(send(transport)).why())
          .startsWith("there is no access token for the relay 127.0.0.1:")
          .endsWith("/token, which does not exist; give a file that does");
      Files.writeString(folder.resolve("token"), "token-a\n");
      assertThat(send(transport)).isInstanceOf(SendOutcome.Accepted.class);
      Files.writeString(folder.resolve("token"), "token-b\n");
      assertThat(send(transport)).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(logins(relay)).containsExactly(login("token-a"), login("token-b"));
    }
  }

  @Test
  void theMailWaitsWhileNoTokenIsGivenOut() throws Exception {
    try (ScriptedRelay relay = relay(token -> null)) {
      SmtpTransport transport = transport(relay, client());
      tokens.answers(503, "");
      SendOutcome.RelayUnavailable busy = problem(send(transport));
      assertThat(busy.why()).contains("there is no access token").endsWith("answered 503");
      assertThat(busy.mayPass()).isTrue();

      tokens.answers(401, "{'error':'invalid_client'}");
      SendOutcome.RelayUnavailable wrong = problem(send(transport));
      assertThat(wrong.why()).contains("invalid_client. Check smtp.oauth.client_id");
      assertThat(wrong.mayPass()).isFalse();
      assertThat(relay.connections).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"250-AUTH PLAIN LOGIN\r\n", ""})
  void aRelayThatTakesNoTokensIsExplainedAndGetsNone(String offered) throws Exception {
    offer = "250-scripted.example\r\n" + offered + "250 8BITMIME";
    try (ScriptedRelay relay = relay(token -> null)) {
      assertThat(problem(send(transport(relay, client()))).why())
          .containsAnyOf("takes no access tokens (AUTH XOAUTH2)", "does not offer to log in");
      assertThat(logins(relay)).isEmpty();
      assertThat(relay.accepted).isEmpty();
    }
  }

  @Test
  void aTokenLongerThanMostLinesIsSentWhole() throws Exception {
    String token = "t".repeat(4_000);
    Files.writeString(folder.resolve("token"), token);
    try (ScriptedRelay relay = relay(given -> null)) {
      assertThat(send(transport(relay, file()))).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(logins(relay)).containsExactly(login(token));
    }
  }
}
