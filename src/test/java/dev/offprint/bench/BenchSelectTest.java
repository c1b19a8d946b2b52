package dev.offprint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.app.Wiring;
import dev.offprint.cli.CommandLineProgram;
import dev.offprint.config.ConfigurationLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The measurement of planning, on a handful of papers. */
class BenchSelectTest {
  private static final String[] SUBJECTS = {
    "Sparse experts", "Optimal transport", "Protein folding"
  };

  @TempDir Path folder;

  private int run(StringWriter out, String... arguments) {
    CommandLineProgram program =
        new CommandLineProgram(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            Map.of(),
            options ->
                new Wiring(
                    () -> ConfigurationLoader.load(null, Map.of()),
                    folder.resolve("untouched"),
                    Path.of(""),
                    InstantSource.system()));
    program.add("bench", () -> BenchCommand.of(Path.of(""), InstantSource.system()));
    return program.run(arguments);
  }

  private String papers(String... days) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String day : days) {
      for (int number = 0; number < 6; number++) {
        lines.add(
            "{\"id\":\"%s.%d\",\"title\":\"%s %s\",\"abstract\":\"Text\",\"authors\":[\"Ada Byron\"],\"categories\":[\"cs.LG\"],\"published\":\"%s\"}"
                .formatted(
                    day.replace("-", ""),
                    number,
                    SUBJECTS[number % SUBJECTS.length],
                    number % 2 == 0 ? "revisited" : "explained",
                    day));
      }
    }
    return Files.write(folder.resolve("papers.jsonl"), lines).toString();
  }

  @Test
  void everybodyIsPlannedForAndTheAnswerIsOneDocument() throws IOException {
    StringWriter out = new StringWriter();
    int code =
        run(
            out,
            "bench",
            "select",
            "--subscribers",
            "30",
            "--interests-per",
            "2..4",
            "--words-only",
            "--papers",
            papers("2025-08-05", "2025-08-06"));

    assertThat(code).isZero();
    JsonNode document = JsonMapper.shared().readTree(out.toString());
    assertThat(document.path("day").asString()).isEqualTo("2025-08-06");
    assertThat(document.path("papers").asInt()).isEqualTo(6);
    assertThat(document.path("editions").asInt() + document.path("skipped").asInt()).isEqualTo(30);
    assertThat(document.path("editions").asInt()).isPositive();
    assertThat(document.path("stage_seconds").path("choosing").asDouble()).isPositive();
    assertThat(document.at("/hour_before_from_a_cold_process/editions").asInt()).isPositive();
    assertThat(document.path("peer").path("sample").asInt()).isEqualTo(30);
    assertThat(folder.resolve("untouched")).doesNotExist();
  }

  @Test
  void papersOfOneDayAreTooFew() throws IOException {
    assertThat(
            run(
                new StringWriter(),
                "bench",
                "select",
                "--subscribers",
                "1",
                "--papers",
                papers("2025-08-05")))
        .isEqualTo(1);
  }

  @Test
  void aRangeThatIsNoneIsWrongUsage() throws IOException {
    assertThat(
            run(
                new StringWriter(),
                "bench",
                "select",
                "--subscribers",
                "1",
                "--interests-per",
                "8..3",
                "--papers",
                papers("2025-08-05")))
        .isEqualTo(2);
  }
}
