package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.app.Installation.Printed;
import dev.offprint.demo.ReceivedMail;
import dev.offprint.smtp.ScriptedRelay;
import dev.offprint.smtp.ScriptedRelay.Point;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line, from a file of papers to a mail in an inbox. */
class DailyEditionTest {
  private static final Instant MONDAY_NOON = Instant.parse("2024-05-27T12:00:00Z");
  private static final String PAPERS =
      """
      {"id":"2405.00001","title":"A Mixture of Experts for Weather","abstract":"Experts share the work.","authors":["Ada Lovelace"],"categories":["cs.LG"],"published":"2024-05-26","upvotes":40}
      {"id":"2405.00002","title":"Sorting <b>Tea</b> & <Biscuits>","abstract":"A robot tells tea from biscuits.","authors":["Charles Babbage"],"categories":["cs.RO"],"published":"2024-05-26","upvotes":90}
      {"id":"2405.00003","title":"On Computable Numbers","abstract":"A machine that computes.","authors":["Alan Turing"],"categories":["cs.CC"],"published":"2024-05-26","upvotes":7}
      """;

  @TempDir private Path folder;
  private Path papers;

  @BeforeEach
  void writePapers() throws IOException {
    papers = Files.writeString(folder.resolve("2024-05-27.jsonl"), PAPERS);
  }

  @Test
  void papersBecomeOneMailThatIsSentOnce() throws Exception {
    try (Installation offprint = installation()) {
      assertThat(offprint.run("papers", "import", papers.toString()).out()).contains("3 new");
      offprint.run("subscribers", "add", "ada@example.org", "--interest", "mixture of experts");
      assertThat(offprint.run("run", "--dry-run").out())
          .contains("A Mixture of Experts for Weather", "Nothing was written");
      assertThat(offprint.received()).isEmpty();

      Printed run = offprint.run("run");
      assertThat(run.out()).contains("1 sent, 0 skipped, 0 waiting, 0 failed");
      assertThat(run.exit()).isZero();
      assertThat(offprint.received()).hasSize(1);
      assertThat(offprint.received().getFirst().getSubject()).contains("A Mixture of Experts");

      Printed again = offprint.run("run");
      assertThat(again.err()).contains("Planned 0 editions");
      assertThat(again.out())
          .contains("0 sent, 0 skipped, 0 waiting, 0 failed; 1 were sent before");
      assertThat(offprint.received()).hasSize(1);
      assertThat(offprint.run("deliveries", "explain", "ada@example.org").out())
          .contains("was sent", "mixture of experts");
    }
  }

  @Test
  void whatWasSentOnceIsNotSentAgainOnTheNextDay() {
    try (Installation offprint = installation()) {
      offprint.run("papers", "import", papers.toString());
      offprint.run("subscribers", "add", "ada@example.org", "--trending");
      assertThat(offprint.run("run").out()).contains("1 sent");
      offprint.clock.tick(Duration.ofDays(1));
      Printed next = offprint.run("run");
      assertThat(next.exit()).isZero();
      assertThat(next.out()).contains("0 sent, 1 skipped", "ada@example.org: skipped");
      assertThat(offprint.received()).hasSize(1);
    }
  }

  @Test
  void anUnreachableRelayIsOneLineAndLosesNothing() {
    try (Installation offprint = installation()) {
      offprint.run("papers", "import", papers.toString());
      offprint.run("subscribers", "add", "ada@example.org", "--trending");
      offprint.with("OFFPRINT_SMTP__HOST", "nowhere.invalid");
      Printed failed = offprint.run("run");
      assertThat(failed.exit()).isEqualTo(1);
      assertThat(failed.out()).contains("nowhere.invalid", "0 sent, 0 skipped, 1 waiting");
      offprint.with("OFFPRINT_SMTP__HOST", "127.0.0.1");
      assertThat(offprint.run("run").out()).contains("1 sent");
      assertThat(offprint.received()).hasSize(1);
    }
  }

  @Test
  void aRelayThatIsAwayForAMomentIsTriedAgain() throws Exception {
    AtomicBoolean first = new AtomicBoolean(true);
    try (Installation offprint = installation();
        ScriptedRelay relay =
            new ScriptedRelay(
                (point, connection, line) ->
                    point == Point.GREETING && first.getAndSet(false)
                        ? "421 4.3.2 restarting"
                        : null)) {
      offprint.run("papers", "import", papers.toString());
      offprint.run("subscribers", "add", "ada@example.org", "--trending");
      offprint.with("OFFPRINT_SMTP__PORT", Integer.toString(relay.port()));
      CompletableFuture<Printed> run = CompletableFuture.supplyAsync(() -> offprint.run("run"));
      while (!run.isDone()) {
        offprint.clock.tick(Duration.ofMillis(20));
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(run.get().err()).contains("421 4.3.2 restarting", "Trying again at");
      assertThat(run.get().out()).contains("1 sent, 0 skipped, 0 waiting");
      assertThat(run.get().exit()).isZero();
    }
  }

  @Test
  void aRelayThatStaysAwayIsGivenUpAfterAWhile() {
    try (Installation offprint = installation()) {
      offprint.run("papers", "import", papers.toString());
      offprint.run("subscribers", "add", "ada@example.org", "--trending");
      offprint.with("OFFPRINT_SMTP__PORT", "1");
      Printed failed = offprint.run("run", "--wait", "0");
      assertThat(failed.exit()).isEqualTo(1);
      assertThat(failed.out())
          .contains("connection refused", "planned: ", "0 sent, 0 skipped, 1 waiting")
          .doesNotContain("null");
    }
  }

  @Test
  void previewShowsAnyoneWhatTheyWouldGetAndWritesNothing() throws IOException {
    try (Installation offprint = installation()) {
      offprint.run("papers", "import", papers.toString());
      assertThat(offprint.run("preview", "--interest", "tea", "--text").out())
          .contains("Subject: ", "Sorting Tea & <Biscuits>");
      Path html = folder.resolve("mail.html");
      assertThat(offprint.run("preview", "--interest", "tea", "--html", html.toString()).exit())
          .isZero();
      assertThat(Files.readString(html)).contains("Sorting Tea &amp; &lt;Biscuits&gt;");
      assertThat(offprint.run("preview", "--interest", "umbral calculus").out())
          .contains("There would be no mail");
      assertThat(offprint.run("preview").exit()).isEqualTo(2);
      assertThat(offprint.run("deliveries", "list", "--json").out()).contains("[");
    }
  }

  @Test
  void theDaemonSendsAtTheSubscribersHourAndCatchesUpWithOneEdition() {
    try (Installation offprint = installation()) {
      offprint.run("papers", "import", papers.toString());
      offprint.run(
          "subscribers",
          "add",
          "ada@example.org",
          "--trending",
          "--at",
          "07:00",
          "--zone",
          "Europe/Oslo");
      // Down from Monday noon, past the hours of Tuesday, Wednesday and Thursday.
      offprint.clock.tick(Duration.ofDays(3));
      try (Wiring wiring = offprint.wiring();
          Daemon daemon = new Daemon(wiring)) {
        daemon.start();
        assertThat(offprint.waitForMails(1)).isTrue();
      }
      assertThat(offprint.received()).hasSize(1);
      assertThat(offprint.run("deliveries", "list").out())
          .contains("2024-05-30")
          .doesNotContain("2024-05-29");
      assertThat(offprint.run("subscribers", "show", "ada@example.org").out())
          .contains("2024-05-31 07:00");
    }
  }

  @Test
  void twoDaemonsOnOneDataFolderAreRefusedInOneLine() {
    try (Installation offprint = installation();
        Wiring wiring = offprint.wiring();
        Daemon daemon = new Daemon(wiring)) {
      assertThat(daemon).isNotNull();
      try (Wiring second = offprint.wiring()) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Daemon(second))
            .hasMessageContaining("another Offprint already runs on the data folder");
      }
    }
  }

  @Test
  void aVisitorSubscribesConfirmsGetsAnEditionAndLeaves() throws Exception {
    try (Installation offprint = installation()) {
      offprint.run("papers", "import", papers.toString());
      try (Wiring wiring = offprint.wiring();
          Daemon daemon = new Daemon(wiring)) {
        daemon.start();
        Browser browser = new Browser(daemon.port());
        browser.post(
            "/subscribe",
            browser.formToken("/subscribe", offprint.clock)
                + "&address=grace%40example.org&trending=yes&maximum=10&at=07:00&zone=UTC&format=HTML"
                + "&days=MONDAY&days=TUESDAY&days=WEDNESDAY&days=THURSDAY&days=FRIDAY&days=SATURDAY&days=SUNDAY");
        assertThat(offprint.waitForMails(1)).isTrue();
        String confirm = link(offprint, "/confirm/");
        String token = browser.formToken(confirm, offprint.clock);
        assertThat(offprint.run("subscribers", "list").out()).contains("pending");
        assertThat(browser.post(confirm, token).statusCode()).isEqualTo(200);
        assertThat(offprint.run("subscribers", "list").out()).contains("active");
        offprint.forgetMails();

        assertThat(offprint.run("run").exit()).isZero();
        assertThat(offprint.received()).hasSize(1);
        String unsubscribe = link(offprint, "/unsubscribe/");
        assertThat(offprint.received().getFirst().getHeader("List-Unsubscribe-Post"))
            .containsExactly("List-Unsubscribe=One-Click");
        assertThat(browser.get(unsubscribe).statusCode()).isEqualTo(200);
        assertThat(offprint.run("subscribers", "list").out()).contains("active");
        assertThat(browser.post(unsubscribe, "List-Unsubscribe=One-Click").statusCode())
            .isEqualTo(200);
        assertThat(offprint.run("subscribers", "list").out()).contains("unsubscribed");
      }
    }
  }

  @Test
  void theDemoWritesItsMailsAndLeavesNothingBehind() throws IOException {
    Path out = folder.resolve("mails");
    try (Installation offprint = installation()) {
      Printed demo = offprint.run("demo", "--once", "--out", out.toString());
      assertThat(demo.exit()).isZero();
      assertThat(demo.out())
          .contains("ada@demo.example", "Attention Is All You Need", "was sent nothing");
      assertThat(offprint.run("demo", "--once").exit()).isEqualTo(2);
    }
    try (var mails = Files.list(out)) {
      assertThat(mails.toList())
          .hasSize(4)
          .allSatisfy(
              mail ->
                  assertThat(Files.readString(mail)).contains("Message-ID:", "List-Unsubscribe:"));
    }
  }

  private static String link(Installation offprint, String path) throws Exception {
    ReceivedMail mail =
        ReceivedMail.newestFirst(
                offprint.received().toArray(jakarta.mail.internet.MimeMessage[]::new))
            .getFirst();
    Matcher link = Pattern.compile(path + "[A-Za-z0-9_-]+").matcher(mail.text());
    assertThat(link.find()).as(mail.text()).isTrue();
    return link.group();
  }

  private Installation installation() {
    return new Installation(folder.resolve("data"), MONDAY_NOON);
  }

  private record Browser(int port, HttpClient client) {
    Browser(int port) {
      this(port, HttpClient.newHttpClient());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return send(request(path).GET());
    }

    /** Opens a page, and reads it for some seconds. */
    String formToken(String path, TickingClock clock) throws IOException, InterruptedException {
      Matcher token =
          Pattern.compile("name=\"form\" value=\"([A-Za-z0-9_-]+)\"").matcher(get(path).body());
      assertThat(token.find()).isTrue();
      clock.tick(Duration.ofSeconds(5));
      return "form=" + token.group(1);
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
      return send(
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
