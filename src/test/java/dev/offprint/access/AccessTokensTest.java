package dev.offprint.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.access.TokenOutcome.AccessToken;
import dev.offprint.access.TokenOutcome.NoToken;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.config.Login.OAuth;
import dev.offprint.fetch.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where access tokens come from, how long they are kept, and what is said when there is none. */
class AccessTokensTest {
  private static final String HOUR =
      "{'access_token':'token-NUMBER','token_type':'bearer','expires_in':3600}";

  @TempDir Path folder;
  private Instant now = Instant.parse("2024-05-27T08:30:00Z");

  private AccessTokens tokens(OAuth settings, CertificateFile own) {
    return ServerAccess.of(
            "smtp", "relay.example", own, new Login("ada", "", settings), Proxies.none(), () -> now)
        .tokens()
        .orElseThrow();
  }

  private AccessTokens file(String name) {
    return tokens(
        new OAuth(folder.resolve(name).toString(), List.of(), "", "", "", ""),
        CertificateFile.NONE);
  }

  private AccessTokens command(String... command) {
    return tokens(new OAuth("", List.of(command), "", "", "", ""), CertificateFile.NONE);
  }

  private AccessTokens client(String address, CertificateFile own) {
    return tokens(new OAuth("", List.of(), address, "lab & co", "hunter+2", "mail.send all"), own);
  }

  private AccessTokens client(TokenServer server) {
    return client(server.address(), CertificateFile.NONE);
  }

  private static String why(TokenOutcome outcome, boolean mayPass) {
    assertThat(outcome).isInstanceOf(NoToken.class);
    NoToken none = (NoToken) outcome;
    assertThat(none.mayPass()).isEqualTo(mayPass);
    assertThat(none.why()).doesNotContain("hunter", "\n");
    return none.why();
  }

  @Test
  void nothingIsAskedForWhereAPasswordIsConfigured() {
    Login login = Login.withPassword("ada", "lovelace");
    assertThat(
            ServerAccess.of(
                    "smtp", "relay.example", CertificateFile.NONE, login, Proxies.none(), () -> now)
                .tokens())
        .isEmpty();
  }

  @Test
  void aFileIsReadAnewEachTime() throws IOException {
    AccessTokens tokens = file("token");
    assertThat(why(tokens.current(), false))
        .isEqualTo(
            "smtp.oauth.token_file names "
                + folder.resolve("token")
                + ", which does not exist; give a file that does");
    Files.writeString(folder.resolve("token"), "\uFEFFfirst\r\n");
    assertThat(tokens.current()).isEqualTo(new AccessToken("first"));
    Files.writeString(folder.resolve("token"), " second ");
    assertThat(tokens.current()).isEqualTo(new AccessToken("second"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', which is empty; fill it",
    "'hunter\n2', which holds more than one line of text; let it hold the secret only",
    "hunter 2, gave something that is no access token",
    "hunter\u00e4, gave something that is no access token"
  })
  void aFileWithoutATokenIsExplained(String content, String why) throws IOException {
    Files.writeString(folder.resolve("token"), content);
    assertThat(why(file("token").current(), false))
        .startsWith("smtp.oauth.token_file ")
        .contains(folder.resolve("token").toString())
        .endsWith(why);
  }

  @Test
  void aCommandIsRunEachTimeWithoutAShell() throws IOException {
    Path token = Files.writeString(folder.resolve("a token; $(id)"), "first\n");
    AccessTokens tokens = command("cat", token.toString());
    assertThat(tokens.current()).isEqualTo(new AccessToken("first"));
    Files.writeString(token, "second");
    assertThat(tokens.current()).isEqualTo(new AccessToken("second"));
    assertThat(command("echo", "$HOME;id").current()).isEqualTo(new AccessToken("$HOME;id"));
    assertThat(why(command("cat").current(), true)).endsWith("cat printed nothing");
  }

  @Test
  void aCommandThatFailsIsExplainedInItsOwnWordsWithoutWhatMayBeAToken() {
    String secret = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.abcdefghijklmnop";
    assertThat(
            why(
                command("sh", "-c", "echo a >&2; echo no login " + secret + " >&2; exit 3")
                    .current(),
                true))
        .isEqualTo("smtp.oauth.token_command sh failed with exit code 3: no login ***");
    assertThat(why(command("sh", "-c", "echo hunter 2").current(), false))
        .isEqualTo("smtp.oauth.token_command sh gave something that is no access token");
    assertThat(why(command("/no/such/program").current(), false))
        .isEqualTo(
            "smtp.oauth.token_command /no/such/program cannot be run; check that it is there and"
                + " may be executed");
    assertThat(why(command("yes").current(), true)).contains("yes");
  }

  @Test
  void aCommandThatDoesNotEndIsEnded() {
    for (String script :
        List.of("cat <&3 3<&0; sleep 100", "echo token; sleep 100", "sleep 100 & wait")) {
      TokenCommand slow =
          new TokenCommand("key", List.of("sh", "-c", script), Duration.ofMillis(300));
      assertThat(why(slow.ask().outcome(), true)).isEqualTo("key sh did not end within 300 ms");
    }
  }

  @Test
  void aClientAsksWithItsIdAndSecretAndKeepsTheTokenUntilAMinuteBeforeItExpires()
      throws IOException {
    try (TokenServer server = new TokenServer(null).answers(200, HOUR)) {
      AccessTokens tokens = client(server);
      assertThat(tokens.current()).isEqualTo(new AccessToken("token-1"));
      now = now.plusSeconds(3539);
      assertThat(tokens.current()).isEqualTo(new AccessToken("token-1"));
      now = now.plusSeconds(1);
      assertThat(tokens.current()).isEqualTo(new AccessToken("token-2"));
      assertThat(server.forms)
          .hasSize(2)
          .containsOnly(
              "POST grant_type=client_credentials&client_id=lab+%26+co&client_secret=hunter%2B2"
                  + "&scope=mail.send+all");
    }
  }

  @Test
  void aRefusedTokenIsReplacedOnceHoweverManyConnectionsItWasRefusedOn() throws IOException {
    try (TokenServer server = new TokenServer(null).answers(200, HOUR)) {
      AccessTokens tokens = client(server);
      AccessToken refused = (AccessToken) tokens.current();
      assertThat(tokens.insteadOf(refused)).isEqualTo(new AccessToken("token-2"));
      assertThat(tokens.insteadOf(refused)).isEqualTo(new AccessToken("token-2"));
      assertThat(tokens.current()).isEqualTo(new AccessToken("token-2"));
      assertThat(server.forms).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'access_token':'token-NUMBER'}",
        "{'access_token':'token-NUMBER','expires_in':60}",
        "{'access_token':'token-NUMBER','expires_in':-5}",
        "{'access_token':'token-NUMBER','expires_in':'soon'}"
      })
  void aTokenThatLastsShortOrNobodyKnowsHowLongIsUsedOnce(String body) throws IOException {
    try (TokenServer server = new TokenServer(null).answers(200, body)) {
      AccessTokens tokens = client(server);
      assertThat(tokens.current()).isEqualTo(new AccessToken("token-1"));
      assertThat(tokens.current()).isEqualTo(new AccessToken("token-2"));
    }
  }

  @Test
  void secondsInQuotesAreUnderstood() throws IOException {
    String body = "{'access_token':'token-NUMBER','expires_in':'3600'}";
    try (TokenServer server = new TokenServer(null).answers(200, body)) {
      AccessTokens tokens = client(server);
      assertThat(tokens.current()).isEqualTo(tokens.current());
      assertThat(server.forms).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | {"error":"invalid_client","error_description":"Wrong secret hunter+2.\\r\\nTrace: 1"} | false | answered 401: invalid_client, Wrong secret ***. Trace: 1. Check smtp.oauth.client_id, client_secret and scope
          400 | {"error":"invalid_scope"} | false | answered 400: invalid_scope. Check smtp.oauth.client_id, client_secret and scope
          404 | <html>hunter</html> | false | answered 404. Check smtp.oauth.token_url
          302 | moved | false | answered 302. Check smtp.oauth.token_url
          200 | <html>hunter</html> | false | answered without an access token. Check smtp.oauth.token_url
          200 | [1] | false | answered without an access token. Check smtp.oauth.token_url
          200 | {"access_token":""} | false | answered without an access token. Check smtp.oauth.token_url
          200 | {"access_token":"a\\u0001b"} | false | gave something that is no access token
          200 | {"access_token":"hunter","token_type":"mac"} | false | gives out tokens that mail servers do not take: mac
          429 | {"error":"slow_down"} | true | answered 429: slow_down
          503 | busy | true | answered 503
          """)
  void anAnswerWithoutATokenIsExplained(int status, String body, boolean mayPass, String why)
      throws IOException {
    try (TokenServer server = new TokenServer(null).answers(status, body)) {
      assertThat(why(client(server).current(), mayPass)).matches("127.0.0.1:\\d+ .*").endsWith(why);
    }
  }

  @Test
  void anAnswerWithoutEndIsNotRead() throws IOException {
    try (TokenServer server = new TokenServer(null).answers(200, "a".repeat(100_000))) {
      why(client(server).current(), true);
    }
  }

  @Test
  void aServerThatIsAwayIsExplained() throws IOException {
    String address;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = "http://127.0.0.1:" + unused.getLocalPort() + "/token";
    }
    assertThat(why(client(address, CertificateFile.NONE).current(), true))
        .contains("does not take connections. Check smtp.oauth.token_url");
    assertThat(why(client("https://login.invalid/t", CertificateFile.NONE).current(), true))
        .isEqualTo("there is no host login.invalid. Check smtp.oauth.token_url");
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForLong() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + silent.getLocalPort() + "/token";
      TokenEndpoint endpoint =
          new TokenEndpoint(
              new OAuth("", List.of(), address, "a", "b", ""),
              "smtp.oauth.",
              TrustedAuthorities.context(CertificateFile.NONE),
              new TlsProblems("", "", "", CertificateFile.NONE),
              Proxies.none(),
              Duration.ofMillis(300));
      assertThat(why(endpoint.ask().outcome(), true)).endsWith("did not answer within 300 ms");
    }
  }

  @Test
  void theAddressMayHaveACertificateOfAnAuthorityOfTheOperatorsOwn() throws Exception {
    TestAuthority lab = TestAuthority.LAB;
    try (TokenServer server = new TokenServer(lab.server("ip:127.0.0.1")).answers(200, HOUR)) {
      assertThat(client(server.address(), lab.file()).current())
          .isEqualTo(new AccessToken("token-1"));
      assertThat(why(client(server).current(), false))
          .startsWith("TLS with 127.0.0.1:")
          .contains("by an authority that Java does not know")
          .contains("smtp.ca_file");
      assertThat(server.forms).hasSize(1);
    }
  }

  @Test
  void nothingShowsATokenOrASecret() {
    assertThat(new AccessToken("hunter").toString()).doesNotContain("hunter");
    assertThat(new Login("ada", "hunter", new OAuth("", List.of("hunter"), "", "", "hunter", "")))
        .asString()
        .doesNotContain("hunter");
    assertThat(new OAuth("", List.of("hunter"), "", "", "hunter", ""))
        .asString()
        .doesNotContain("hunter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIiwic2NvcGUiOiJtYWlsIn0= | status 401, schemes bearer, scope mail
          {"status":"400","schemes":"Bearer"} | status 400, schemes Bearer
          {"status":400} | status 400
          {"status":"400\\nhello"} | status 400 hello
          e30= |
          VXNlcm5hbWU6 |
          *** |
          """)
  void aRefusalOfATokenIsReadWhateverItIs(String challenge, String words) {
    assertThat(RefusedToken.inWords(challenge).orElse(null)).isEqualTo(words);
  }
}
