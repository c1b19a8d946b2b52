package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.Features;
import dev.offprint.web.http.OperatorServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What programs are told that watch a daemon, with a database and when it is gone. */
@Timeout(120)
class HealthTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:10:00Z");

  @TempDir private Path folder;

  private static HttpResponse<String> get(URI address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void itIsReadyUntilItsDatabaseIsGoneAndLivesOn() throws Exception {
    try (Installation offprint = new Installation(folder, NOW)) {
      offprint.run("subscribers", "add", "ada@example.org", "--trending");
      Wiring wiring = offprint.with("OFFPRINT_SERVER__METRICS_PORT", freePort()).wiring();
      Liveness liveness = new Liveness(() -> true, () -> 1, () -> {}, System::nanoTime);
      try (Features.Sending sending = wiring.takeSending().orElseThrow();
          OperatorServer server =
              new OperatorWiring(wiring).server(liveness, sending.dispatcher()).orElseThrow()) {
        server.start();
        URI at = URI.create("http://127.0.0.1:" + server.port() + "/");
        HttpResponse<String> ready = get(at.resolve("/health/ready"));
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        assertThat(ready.body()).contains("database", "timetable", "sender", "harvest");
        assertThat(get(at.resolve("/metrics")).body())
            .contains("offprint_subscribers{status=\"active\"} 1.0", "offprint_queue 0.0");
        assertThat(get(at).body()).contains("Thirty days");

        wiring.database().close();

        assertThat(get(at.resolve("/health/live")).statusCode()).isEqualTo(200);
        HttpResponse<String> lost = get(at.resolve("/health/ready"));
        for (int i = 0; i < 10_000 && lost.statusCode() == 200; i++) {
          lost = get(at.resolve("/health/ready")); // An answer holds for a second.
        }
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.body())
            .contains("the database does not answer")
            .doesNotContain("ada@example.org");
        HttpResponse<String> page = get(at);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("cannot be read without the database");
        assertThat(get(at.resolve("/metrics")).body()).contains("offprint_queue NaN");
      }
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
