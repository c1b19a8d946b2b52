package dev.offprint.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.ServerConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatorServerTest {
  private static final List<Route> ROUTES =
      List.of(
          Route.get("/", Route.Guard.LIMITED, request -> Body.ok("text/plain", "how it stands")),
          Route.post(
              "/echo",
              Route.Guard.LIMITED,
              request -> Body.ok("text/plain", request.form().text("said"))),
          Route.get("/open", Route.Guard.NONE, request -> Body.ok("text/plain", "live")),
          Route.get(
              "/broken",
              Route.Guard.NONE,
              request -> {
                throw new IllegalStateException("ada@example.org");
              }));

  private Instant now = Instant.parse("2026-03-02T07:00:00Z");
  private OperatorServer server = open("");

  private OperatorServer open(String password) {
    OperatorServer opened =
        new OperatorServer(
            new ServerConfiguration(
                0,
                "127.0.0.1",
                URI.create("http://localhost"),
                new ServerConfiguration.Watching(0, "127.0.0.1", password),
                "",
                List.of("127.0.0.1")),
            ROUTES,
            () -> now);
    opened.start();
    return opened;
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void guardedBy(String password) {
    server.close();
    server = open(password);
  }

  private String get(String path, String... fields) {
    return send("GET " + path + " HTTP/1.1\r\n" + fields(fields) + "\r\n");
  }

  private static String fields(String... fields) {
    String joined = String.join("\r\n", fields);
    return (joined.contains("Host:") ? "" : "Host: localhost\r\n")
        + "Connection: close\r\n"
        + (joined.isEmpty() ? "" : joined + "\r\n");
  }

  private String send(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String basic(String credentials) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void withoutAPasswordThisMachineIsAnsweredTo() {
    for (String host : List.of("localhost", "127.0.0.1:9090", "[::1]:9090", "LOCALHOST:1")) {
      assertThat(get("/", "Host: " + host)).startsWith("HTTP/1.1 200").contains("how it stands");
    }
  }

  @Test
  void aNameThatAnotherSiteHasLedHereIsNot() {
    assertThat(get("/", "Host: rebound.example:9090"))
        .startsWith("HTTP/1.1 421")
        .contains("server.metrics_password")
        .doesNotContain("how it stands");
    assertThat(get("/open", "Host: rebound.example")).startsWith("HTTP/1.1 200");
  }

  @Test
  void withAPasswordNobodyIsAnsweredToWithoutIt() {
    guardedBy("correct: horse");
    assertThat(get("/"))
        .startsWith("HTTP/1.1 401")
        .contains("WWW-Authenticate: Basic realm=\"Offprint\"")
        .doesNotContain("how it stands");
    assertThat(get("/", basic("operator:wrong"))).startsWith("HTTP/1.1 401");
    assertThat(get("/", basic("operator:correct: horse"), "Host: watch.lab.example"))
        .startsWith("HTTP/1.1 200")
        .contains("how it stands");
    assertThat(get("/", "Authorization: Bearer correct: horse")).startsWith("HTTP/1.1 200");
    assertThat(get("/open")).startsWith("HTTP/1.1 200");
  }

  @Test
  void passwordsCannotBeTriedOneAfterTheOther() {
    guardedBy("horse");
    for (int i = 0; i < 10; i++) {
      assertThat(get("/", basic("operator:guess" + i))).startsWith("HTTP/1.1 401");
    }
    assertThat(get("/", basic("operator:horse"))).startsWith("HTTP/1.1 429");
    assertThat(get("/", basic("operator:horse"), "X-Forwarded-For: 198.51.100.7"))
        .as("another network")
        .startsWith("HTTP/1.1 200");
    now = now.plusSeconds(31);
    assertThat(get("/", basic("operator:horse"))).startsWith("HTTP/1.1 200");
  }

  @Test
  void aFormIsReadAndOneThatIsTooLongIsNot() {
    String form = "said=mixture+of+experts";
    assertThat(post(form)).startsWith("HTTP/1.1 200").endsWith("mixture of experts");
    assertThat(post("said=" + "a".repeat(5_000))).startsWith("HTTP/1.1 413");
  }

  private String post(String form) {
    return send(
        "POST /echo HTTP/1.1\r\n"
            + fields("Content-Type: application/x-www-form-urlencoded")
            + "Content-Length: "
            + form.length()
            + "\r\n\r\n"
            + form);
  }

  @Test
  void mistakesAreToldWithoutWhatIsInside() {
    assertThat(get("/nowhere")).startsWith("HTTP/1.1 404");
    assertThat(send("POST / HTTP/1.1\r\n" + fields() + "Content-Length: 0\r\n\r\n"))
        .startsWith("HTTP/1.1 405");
    assertThat(get("/broken"))
        .startsWith("HTTP/1.1 500")
        .contains("the log says why")
        .doesNotContain("ada@example.org", "Exception");
  }

  @Test
  void nothingOfAnotherSiteIsLoadedOrCached() {
    assertThat(get("/"))
        .contains("Content-Security-Policy: default-src 'none'", "Cache-Control: no-store")
        .doesNotContain("unsafe-inline");
  }
}
