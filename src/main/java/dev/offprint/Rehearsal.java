package dev.offprint;

import dev.offprint.app.Daemon;
import dev.offprint.app.Wiring;
import dev.offprint.cli.CommandLineProgram;
import dev.offprint.config.ConfigurationLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Uses the program as people do, on a folder of its own and without the network, so that Java can
 * write down what a start needs; see {@code bin/start-cache}.
 */
public final class Rehearsal {
  private static final Path HOME = Path.of(System.getProperty("offprint.home", ""));
  private static final InstantSource CLOCK = InstantSource.system();

  private static final List<String> SHORT_COMMANDS =
      List.of(
          "--version",
          "--help",
          "config check",
          "config show",
          "subscribers add ada@example.org --trending --interest graphs",
          "subscribers list",
          "subscribers list --json",
          "subscribers show ada@example.org",
          "subscribers set ada@example.org --max 5",
          "subscribers --help",
          "suppressions list",
          "deliveries list",
          "status");

  private static final List<String> LONG_COMMANDS =
      List.of(
          "papers import papers.jsonl",
          "subscribers add ada@example.org --trending --interest graphs",
          "papers search graph",
          "papers trending",
          "preview ada@example.org",
          "run --dry-run");

  private static final List<String> PAGES =
      List.of("/", "/", "/trending", "/search?q=graph", "/subscribe", "/style.css");

  private final Path folder;
  private final Map<String, String> environment;

  private Rehearsal(Path folder, int port) {
    this.folder = folder;
    this.environment =
        Map.of(
            "OFFPRINT_SERVER__PORT", Integer.toString(port),
            "OFFPRINT_SERVER__BASE_URL", "http://localhost:" + port,
            "OFFPRINT_SMTP__HOST", "127.0.0.1",
            "OFFPRINT_SMTP__SECURITY", "none",
            "OFFPRINT_MAIL__FROM", "Offprint <offprint@example.org>",
            "OFFPRINT_SOURCES__HUGGINGFACE__ENABLED", "false",
            "OFFPRINT_SOURCES__ARXIV__ENABLED", "false");
  }

  /**
   * Rehearses one part.
   *
   * @param arguments {@code commands} for what ends at once, {@code day} for all else; and an empty
   *     folder to work in
   */
  public static void main(String[] arguments) {
    try {
      rehearse(arguments[0], Path.of(arguments[1]));
    } catch (IOException | RuntimeException | Error e) {
      // Threads of what was begun would keep the process for ever.
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private static void rehearse(String part, Path folder) throws IOException {
    Rehearsal rehearsal = new Rehearsal(folder, freePort());
    switch (part) {
      case "commands" -> SHORT_COMMANDS.forEach(rehearsal::command);
      case "day" -> rehearsal.day();
      default -> throw new IllegalArgumentException("no such part: " + part);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void day() throws IOException {
    Path papers = folder.resolve("papers.jsonl");
    try (InputStream sample = Rehearsal.class.getResourceAsStream("demo/sample-day.jsonl")) {
      Files.copy(Objects.requireNonNull(sample), papers);
    }
    LONG_COMMANDS.forEach(line -> command(line.replace("papers.jsonl", papers.toString())));
    command("demo --once --out " + folder.resolve("mails"));
    serve();
  }

  private void command(String line) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLineProgram program = Main.program(nowhere, nowhere, environment, HOME, CLOCK);
    program.run(("--data " + folder.resolve("data") + " " + line).split(" ", -1));
  }

  private void serve() throws IOException {
    ConfigurationLoader.Loaded configuration = ConfigurationLoader.load(null, environment);
    try (Wiring wiring = new Wiring(() -> configuration, folder.resolve("data"), HOME, CLOCK);
        Daemon daemon = new Daemon(wiring)) {
      daemon.start();
      for (String page : PAGES) {
        look(configuration.configuration().server().baseUrl().resolve(page));
      }
    }
  }

  private static void look(URI page) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
    connection.getResponseCode();
    connection.disconnect();
  }
}
