package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.offprint.cli.console.PaperFeatures.ConfiguredSource;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.InvalidConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A changed configuration is taken while the process goes on, or not at all. */
@Timeout(120)
class ReloadingDaemonTest {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

  private final TickingClock clock = new TickingClock(NOW);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("offprint.toml");
  }

  private void write(String brand, int port, String more) throws IOException {
    Files.writeString(
        file,
        """
        [server]
        port = %d
        base_url = "http://127.0.0.1"
        [mail]
        brand = "%s"
        [sources.huggingface]
        enabled = false
        [sources.arxiv]
        enabled = false
        [matching]
        semantic = false
        %s
        """
            .formatted(port, brand, more));
  }

  private ConfigurationLoader.Loaded load() {
    try {
      return ConfigurationLoader.load(file, Map.of());
    } catch (InvalidConfiguration e) {
      throw dev.offprint.cli.console.CommandFailure.wrongConfiguration(
          "the configuration cannot be used", e.problems().stream().map(Object::toString).toList());
    }
  }

  private ReloadingDaemon daemon() {
    return new ReloadingDaemon(wiring(), ServiceNotification.of(Map.of(), 1));
  }

  private Wiring wiring() {
    return new Wiring(this::load, folder.resolve("data"), HOME, clock);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String frontPage(int port) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  void whatWasChangedHolds() throws Exception {
    int first = freePort();
    write("Papers of the lab", first, "");
    try (ReloadingDaemon daemon = daemon()) {
      daemon.start();
      assertThat(daemon.port()).isEqualTo(first);
      int second = freePort();
      write("Papers of the library", second, "");

      daemon.reload();

      assertThat(daemon.port()).isEqualTo(second);
      assertThat(frontPage(second)).contains("<html");
      daemon.reload();
      assertThat(frontPage(second)).contains("<html");
    }
  }

  @Test
  void aSourceThatAskedToBeLeftAloneStillIs() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer source =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    source.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getResponseHeaders().set("Retry-After", "600");
          exchange.sendResponseHeaders(429, -1);
          exchange.close();
        });
    source.start();
    Files.writeString(
        file,
        "sources.huggingface.base_url = \"http://127.0.0.1:%d\""
            .formatted(source.getAddress().getPort()));
    try (Wiring before = wiring();
        Wiring after = before.anew();
        Wiring later = after.anew()) {
      assertThat(ask(before)).contains("left alone for 600 s");
      assertThat(ask(after)).contains("left alone until 06:10:00");
      assertThat(ask(later)).contains("left alone until 06:10:00");
      assertThat(requests).hasValue(1);
      clock.set(NOW.plusSeconds(600));
      assertThat(ask(later)).contains("left alone for 600 s");
    } finally {
      source.stop(0);
    }
  }

  private static String ask(Wiring wiring) {
    ConfiguredSource asked = Objects.requireNonNull(wiring.sources().get("huggingface"));
    return asked.source().harvest(LocalDate.of(2026, 11, 23)).toString();
  }

  @Test
  void aConfigurationThatCannotBeReadChangesNothing() throws Exception {
    int port = freePort();
    write("Papers of the lab", port, "");
    try (ReloadingDaemon daemon = daemon()) {
      daemon.start();
      write("Papers of the lab", freePort(), "[smtp]\nports = 25");

      daemon.reload();

      assertThat(daemon.port()).isEqualTo(port);
      assertThat(frontPage(port)).contains("<html");
    }
  }

  @Test
  void whereItCannotStartWithTheNewOneItGoesOnWithTheOldOne() throws Exception {
    int port = freePort();
    write("Papers of the lab", port, "");
    try (ServerSocket taken = new ServerSocket(0);
        ReloadingDaemon daemon = daemon()) {
      daemon.start();
      write("Papers of the lab", taken.getLocalPort(), "");

      daemon.reload();

      assertThat(daemon.port()).isEqualTo(port);
      assertThat(frontPage(port)).contains("<html");
      write("Papers of the lab", port, "[harvest]\nwait_minutes = 7");
      daemon.reload();
      assertThat(frontPage(port)).contains("<html");
    }
  }
}
