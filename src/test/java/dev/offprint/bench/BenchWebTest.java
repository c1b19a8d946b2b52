package dev.offprint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offprint.app.Wiring;
import dev.offprint.cli.CommandLineProgram;
import dev.offprint.config.ConfigurationLoader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The measurement of the pages, for a second each. */
class BenchWebTest {
  @TempDir Path folder;

  private int run(StringWriter out, StringWriter err, String arguments) {
    CommandLineProgram program =
        new CommandLineProgram(
            new PrintWriter(out),
            new PrintWriter(err),
            Map.of(),
            options ->
                new Wiring(
                    () -> ConfigurationLoader.load(null, Map.of()),
                    folder.resolve("untouched"),
                    Path.of(""),
                    InstantSource.system()));
    program.add("bench", () -> BenchCommand.of(Path.of(""), InstantSource.system()));
    return program.run(("bench web " + arguments).split(" "));
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "wrk")));
  }

  @Test
  void everyPageIsAskedForWhileEditionsAreSent() {
    assumeTrue(isInstalled(), "wrk is not installed");
    GreenMail sink = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    sink.start();
    try {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int code =
          run(
              out,
              err,
              "--subscribers 40 --papers 250 --seconds 1 --words-only --smtp 127.0.0.1:"
                  + sink.getSmtp().getPort());

      assertThat(code).as(err.toString()).isZero();
      JsonNode document = JsonMapper.shared().readTree(out.toString());
      for (String page :
          new String[] {"front", "search", "unsubscribe", "unsubscribe_one_click", "peer"}) {
        assertThat(document.path(page).path("requests").asInt()).as(page).isPositive();
        assertThat(document.path(page).path("errors").asInt(-1)).as(page).isZero();
      }
      assertThat(document.at("/peer/ratio").asDouble()).isPositive();
      assertThat(document.at("/sending/editions_sent").asInt()).isPositive();
      assertThat(sink.getReceivedMessages()).isNotEmpty();
      assertThat(folder.resolve("untouched")).doesNotExist();
    } finally {
      sink.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--subscribers 0 --papers 10",
        "--subscribers 10 --papers 0",
        "--subscribers 10 --papers 100000",
        "--subscribers 10 --papers 10 --seconds 0",
        "--subscribers 10 --papers 10 --smtp 127.0.0.1",
        "--subscribers 10 --papers 10 --smtp 127.0.0.1:70000",
        "--subscribers 10"
      })
  void whatCannotBeMeasuredIsWrongUsage(String arguments) {
    assertThat(run(new StringWriter(), new StringWriter(), arguments)).isEqualTo(2);
  }
}
