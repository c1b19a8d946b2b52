package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.offprint.config.ServerConfiguration;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.templates.Templates;
import dev.offprint.web.http.Limits;
import dev.offprint.web.http.WebServerUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private HttpResponse<String> send(String method, String path, String type, byte[] body) {
    return site.send(
        HttpRequest.newBuilder(site.at(path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body))
            .build());
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(Jsoup.parse(answer.body()).select("main h1")).hasSize(1);
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing-here", "/style.css", "/unsubscribe/AAAA", "/confirm/AAAA"})
  void everyAnswerKeepsTheBrowserFromHelpingOthers(String path) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void behindTlsBrowsersAreToldToUseNothingElse() {
    String name = "Strict-Transport-Security";
    assertThat(site.get("/").headers().firstValue(name)).isEmpty();
    try (Site secure = new Site(data, "https://lab.example/")) {
      assertThat(secure.get("/").headers().firstValue(name)).contains("max-age=31536000");
      assertThat(secure.get("/nothing").headers().firstValue(name)).isPresent();
    }
  }

  @Test
  void anAddressOfAnyLengthIsRefusedWithoutHarm() {
    for (int length : new int[] {7_000, 9_000, 1_000_000}) {
      String line =
          site.raw("GET /search?q=" + "a".repeat(length) + " HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(line)
          .startsWith("HTTP/1.1 4")
          .doesNotContainIgnoringCase("jetty")
          .contains("Content-Security-Policy: default-src 'none'", "nosniff", "<h1>");
    }
  }

  @Test
  void whatIsNotThereIs404() {
    assertProblem(site.get("/nothing-here"), 404);
    assertProblem(site.get("/style.css/x"), 404);
  }

  @Test
  void whatCannotBeDoneIs405() {
    assertProblem(send("PUT", "/", FORM, new byte[0]), 405);
    assertProblem(site.get("/subscribe/form"), 405);
  }

  @Test
  void aFormThatIsTooLargeIs413() {
    byte[] large = ("interests=" + "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
    assertProblem(send("POST", "/subscribe", FORM, large), 413);
    HttpRequest unannounced =
        HttpRequest.newBuilder(site.at("/subscribe"))
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build();
    assertProblem(site.send(unannounced), 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"address=%zz", "%", "=&=&&", "address=%C3"})
  void aFormThatIsNoneIsRefusedWithoutHarm(String body) {
    HttpResponse<String> answer =
        send("POST", "/subscribe", FORM, body.getBytes(StandardCharsets.US_ASCII));
    assertThat(answer.statusCode()).isIn(400, 403);
    assertThat(site.subscribers.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {FORM + "; charset=klingon", FORM + "; charset="})
  void aCharsetThatDoesNotExistIs400(String type) {
    assertThat(send("POST", "/subscribe", type, "address=a".getBytes(StandardCharsets.US_ASCII)))
        .extracting(HttpResponse::statusCode)
        .isIn(400, 403);
  }

  @Test
  void whatIsNoFormIs415() {
    assertProblem(send("POST", "/subscribe", "application/json", new byte[] {'{', '}'}), 415);
  }

  @Test
  void aPageThatFailsIs500AndTellsNothing() {
    site.database.close();
    HttpResponse<String> answer =
        site.get("/preferences/" + site.tokens.token(Purpose.PREFERENCES, 1, site.now));
    assertProblem(answer, 500);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jdbc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n"
      })
  void whatIsHardlyHttpIs400AndDoesNotNameTheServer(String request) {
    assertThat(site.raw(request))
        .startsWith("HTTP/1.1 400")
        .doesNotContainIgnoringCase("jetty")
        .contains("Content-Security-Policy: default-src 'none'", "That was not understood");
  }

  @Test
  void programsGetWhatIsRefusedAsJson() {
    for (String request :
        List.of(
            "GET /api/papers?q=" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /api/papers HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(9_000) + "\r\n\r\n")) {
      assertThat(site.raw(request))
          .startsWith("HTTP/1.1 4")
          .contains("application/problem+json", "\"status\":4");
    }
  }

  @Test
  void aMethodThatDoesNotWorkIsToldWhichDo() {
    assertThat(send("PUT", "/", FORM, new byte[0]).headers().firstValue("Allow"))
        .contains("GET, HEAD");
    assertThat(
            send("DELETE", "/api/subscriptions", FORM, new byte[0]).headers().firstValue("Allow"))
        .contains("POST");
  }

  @Test
  void whoIsStillSendingWhenItStopsIsCutOff() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
      // The server must have taken the connection: one that waits in the kernel's queue is not its.
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      StringBuilder answer = new StringBuilder();
      for (int next = 0; next >= 0 && answer.indexOf("\r\n\r\n") < 0; ) {
        next = socket.getInputStream().read();
        answer.append((char) next);
      }
      socket
          .getOutputStream()
          .write(
              ("POST /preview HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
                      + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=")
                  .getBytes(StandardCharsets.US_ASCII));
      site.server.stop();
      // Ended or reset, as the kernel has it; a read that times out would fail.
      Throwable ended = catchThrowable(() -> socket.getInputStream().readAllBytes());
      assertThat(ended instanceof SocketTimeoutException).isFalse();
    }
  }

  @Test
  void aHeadAnswersAsAGetWithoutABody() {
    HttpResponse<String> answer = send("HEAD", "/", FORM, new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag"))
        .isEqualTo(site.get("/").headers().firstValue("ETag"));
    assertThat(send("HEAD", "/unsubscribe/AAAA", FORM, new byte[0]).statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void noGetChangesAnything() {
    var ada = site.subscriber("ada@example.org", Status.PENDING);
    for (Purpose purpose : Purpose.values()) {
      String link = site.link(purpose, ada);
      for (String page : List.of(link, link + "/pause", link + "/resume", link + "/send-now")) {
        site.get(page);
        send("HEAD", page, FORM, new byte[0]);
      }
    }
    site.get("/?address=eve@example.org&trending=yes");
    site.get("/subscribe?address=eve@example.org&trending=yes");
    assertThat(site.subscribers.all()).containsExactly(ada);
    assertThat(site.asked).as("the mail of the link").hasSize(1);
  }

  @Test
  void behindAProxyThePagesStayBelowThePathOfTheBaseAddress() {
    try (Site below = new Site(data, "https://lab.example/papers/")) {
      Document page = Jsoup.parse(below.get("/").body());
      assertThat(page.select("form").attr("action")).isEqualTo("/papers/subscribe/form");
      assertThat(page.select("link[rel=stylesheet]").attr("href")).isEqualTo("/papers/style.css");
    }
  }

  @Test
  void aPortThatIsTakenIsReportedOnOneLine() {
    ServerConfiguration taken = Site.where(site.server.port(), "http://localhost");
    WebServer second = new WebServer(taken, site.parts, site.returned);
    assertThatThrownBy(second::start)
        .isInstanceOf(WebServerUnavailable.class)
        .hasMessageContaining("127.0.0.1:" + site.server.port())
        .hasMessageContaining("server.port")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTemplateThatIsBrokenIsNotShownHalf(@TempDir Path templates) throws IOException {
    Files.createDirectories(templates.resolve("web"));
    for (String file : List.of("style.css", "script.js", "icon.svg", "robots.txt")) {
      Files.writeString(templates.resolve("web").resolve(file), "");
    }
    Files.writeString(templates.resolve("web/front.html"), "<p th:text='${nothing.here}'></p>");
    WebServer broken =
        new WebServer(
            Site.where(0, "http://localhost"),
            site.parts(
                new WebServer.Look(new Templates(templates), templates), Limits.usual(() -> 1)),
            site.returned);
    broken.start();
    try (broken) {
      URI front = URI.create("http://127.0.0.1:" + broken.port() + "/");
      HttpResponse<String> answer = site.send(HttpRequest.newBuilder(front).build());
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEqualTo("This page cannot be shown at the moment.\n");
    }
  }

  @Test
  void aStyleSheetThatIsMissingIsReportedOnOneLine(@TempDir Path templates) {
    WebServer.Parts parts =
        site.parts(
            new WebServer.Look(site.parts.look().templates(), templates), Limits.usual(() -> 1));
    ServerConfiguration where = Site.where(0, "http://localhost");
    assertThatThrownBy(new WebServer(where, parts, site.returned)::start)
        .isInstanceOf(WebServerUnavailable.class)
        .hasMessageContaining("style.css")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aServerThatStoppedCanStartAgain() {
    HttpRequest request = HttpRequest.newBuilder(site.at("/")).build();
    site.server.stop();
    site.server.stop();
    assertThatThrownBy(() -> site.send(request)).hasCauseInstanceOf(IOException.class);
    site.server.start();
    assertThat(site.get("/").statusCode()).isEqualTo(200);
  }
}
