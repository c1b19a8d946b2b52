package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.offprint.app.Installation.Printed;
import dev.offprint.db.NodeShare;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every source, from its server to the subscriber, in an installation of its own. */
class SourcesTest {
  private static final Instant WEDNESDAY_NOON = Instant.parse("2025-08-20T12:00:00Z");

  @TempDir Path folder;

  /** What the server answers, by the beginning of the path and query; else 404. */
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String asked = exchange.getRequestURI().toString();
          Optional<byte[]> answer =
              answers.entrySet().stream()
                  .filter(entry -> asked.startsWith(entry.getKey()))
                  .map(Map.Entry::getValue)
                  .findFirst();
          exchange.sendResponseHeaders(
              answer.isPresent() ? 200 : 404, answer.map(body -> (long) body.length).orElse(-1L));
          if (answer.isPresent()) {
            exchange.getResponseBody().write(answer.get());
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Installation installation() {
    return new Installation(folder.resolve("data"), WEDNESDAY_NOON)
        .with("OFFPRINT_SOURCES__HUGGINGFACE__ENABLED", "true")
        .with("OFFPRINT_SOURCES__HUGGINGFACE__BASE_URL", address())
        .with("OFFPRINT_SOURCES__ARXIV__ENABLED", "true")
        .with("OFFPRINT_SOURCES__ARXIV__BASE_URL", address())
        .with("OFFPRINT_SOURCES__ARXIV__CATEGORIES", "cs.AI")
        .with("OFFPRINT_SOURCES__BIORXIV__ENABLED", "true")
        .with("OFFPRINT_SOURCES__BIORXIV__BASE_URL", address())
        .with("OFFPRINT_SOURCES__MEDRXIV__ENABLED", "true")
        .with("OFFPRINT_SOURCES__MEDRXIV__BASE_URL", address())
        .with("OFFPRINT_SOURCES__FEED__FEEDS", "lab " + address() + "/lab.xml ml");
  }

  private void answer(String path, String body) {
    answers.put(path, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String preprints(String server, int count) {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < count; i++) {
      records.append(
          """
          %s{"title":"Bees of %s %d","authors":"Lind, A.","doi":"10.1101/2025.08.20.%s%d",
             "date":"2025-08-20","version":"1","category":"cell biology","abstract":"Small.",
             "server":"%s"}\
          """
              .formatted(
                  i == 0 ? "" : ",", server, i, server.equals("bioRxiv") ? "7" : "8", i, server));
    }
    return "{\"messages\":[{\"status\":\"ok\",\"cursor\":\"0\",\"count\":%d,\"total\":\"%d\"}],\"collection\":[%s]}"
        .formatted(count, count, records);
  }

  private void answerWithMadePages() throws IOException {
    answer("/details/biorxiv/2025-08-20/2025-08-20/0/json", preprints("bioRxiv", 3));
    answer("/details/medrxiv/2025-08-20/2025-08-20/0/json", preprints("medRxiv", 2));
    answer(
        "/lab.xml",
        """
        <rss version="2.0"><channel><title>Lab</title>
          <lastBuildDate>Wed, 20 Aug 2025 08:00:00 GMT</lastBuildDate>
          <item><title>We counted bees</title><link>https://lab.example/bees</link>
            <pubDate>Tue, 19 Aug 2025 08:00:00 GMT</pubDate></item></channel></rss>
        """);
    Path incoming = Files.createDirectories(folder.resolve("data/incoming"));
    Path file = incoming.resolve("one.jsonl");
    Files.writeString(file, "{\"id\":\"x:1\",\"title\":\"A dropped paper\"}\n");
    // A file that was written to just now may not be complete.
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.from(WEDNESDAY_NOON.minus(Duration.ofHours(1))));
  }

  /** Real answers of Hugging Face and arXiv, and made ones where there are none. */
  @Tag("real")
  @Test
  void everySourceIsTakenInFromItsServer() throws IOException {
    Path data = Path.of(System.getProperty("offprint.data", "../shared/data"));
    answers.put(
        "/api/daily_papers?date=2025-08-20",
        Files.readAllBytes(data.resolve("hf-daily/2025-05-20.json")));
    answers.put(
        "/atom/cs.AI",
        Files.readAllBytes(
            data.resolve("arxiv-atom/rss.arxiv.org_atom_cs.AI_2025-08-20.trimmed7.xml")));
    answerWithMadePages();
    try (Installation offprint = installation()) {
      Printed fetched = offprint.run("papers", "fetch");
      assertThat(fetched.err()).isEmpty();
      assertThat(fetched.exit()).isZero();
      assertThat(fetched.out().lines().map(line -> line.replaceFirst(",.*", "")))
          .containsExactly(
              "huggingface: 26 papers",
              "arxiv: 7 papers",
              "biorxiv: 3 papers",
              "medrxiv: 2 papers",
              "feed:lab: 1 paper",
              "file: 1 paper",
              "6 sources: 40 new");
      assertThat(folder.resolve("data/incoming/done/one.jsonl")).exists();
      offprint.clock.tick(Duration.ofSeconds(3));
      assertThat(offprint.run("papers", "fetch", "arxiv", "biorxiv").out())
          .contains("arxiv: 7 papers, 0 new, 0 updated, 7 unchanged, 0 set aside")
          .contains("biorxiv: 3 papers, 0 new, 0 updated, 3 unchanged, 0 set aside");
      assertThat(offprint.run("papers", "search", "bees").out()).contains("We counted bees");
    }
  }

  @Test
  void theDaemonCatchesUpWaitsForWhoIsLateAndSaysSo() throws Exception {
    answerWithMadePages();
    answer("/api/daily_papers", huggingFace("2508.00001"));
    int port = freePort();
    try (Installation offprint =
        installation()
            .with("OFFPRINT_SERVER__METRICS_PORT", Integer.toString(port))
            .with("OFFPRINT_SOURCES__ARXIV__ENABLED", "false")
            .with("OFFPRINT_SOURCES__MEDRXIV__BASE_URL", address() + "/gone")) {
      offprint.run("subscribers", "add", "ada@example.org", "--at", "13:00", "--zone", "UTC");
      try (Wiring wiring = offprint.wiring();
          Daemon daemon = new Daemon(wiring)) {
        daemon.start();
        String page = metricsOnce(port, "source=\"file\"");
        assertThat(page)
            .contains("offprint_harvests_total{ending=\"broken\",source=\"medrxiv\"}")
            .contains("offprint_papers_total{change=\"added\",source=\"biorxiv\"} 3.0")
            .contains("offprint_source_lag_seconds{source=\"huggingface\"} 0.0")
            .doesNotContain("ada@");
        offprint.clock.set(Instant.parse("2025-08-20T13:00:00Z"));
        assertThat(wiring.planner().planDue(NodeShare.WHOLE).editions()).isZero();
        assertThat(offprint.run("deliveries", "explain", "ada@example.org").out())
            .containsIgnoringWhitespaces("waits, for a set time, for: medrxiv (broken:");
        assertThat(offprint.run("status").out())
            .contains("medrxiv: broken: 127.0.0.1 answered 404");
      }
      offprint.clock.set(Instant.parse("2025-08-20T14:30:00Z"));
      assertThat(offprint.run("run").exit()).isZero();
      assertThat(offprint.received()).hasSize(1);
      assertThat(offprint.run("deliveries", "explain", "ada@example.org").out())
          .containsIgnoringWhitespaces("these sources had not answered: medrxiv (broken:");
    }
  }

  private static String huggingFace(String... ids) {
    return List.of(ids).stream()
        .map(
            id ->
                """
                {"paper": {"id": "%s", "title": "Paper %s", "summary": "Of bees.", "upvotes": 5,
                  "authors": [{"name": "Ada Lind"}], "publishedAt": "2025-08-19T00:00:00.000Z"}}\
                """
                    .formatted(id, id))
        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The page of the meters, once it holds that. */
  private static String metricsOnce(int port, String expected) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        String page = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        if (page.contains(expected) || System.nanoTime() > end) {
          return page;
        }
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }
}
