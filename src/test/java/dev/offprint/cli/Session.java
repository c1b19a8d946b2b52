package dev.offprint.cli;

import dev.offprint.cli.console.GlobalOptions;
import dev.offprint.cli.console.UsualPlaces;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the command line: types commands and sees what comes back. */
public final class Session {
  public final MemoryFeatures features = new MemoryFeatures();
  final Map<String, String> environment = new HashMap<>();
  GlobalOptions options = new GlobalOptions(null, Path.of("unset"), Path.of("unset"), Map.of());
  boolean terminal;
  UsualPlaces usual = UsualPlaces.HERE;
  public String out = "";
  public String err = "";

  public int run(String... arguments) {
    StringWriter answers = new StringWriter();
    StringWriter notes = new StringWriter();
    int code =
        new CommandLineProgram(
                new PrintWriter(answers),
                new PrintWriter(notes),
                environment,
                given -> {
                  options = given;
                  return features;
                })
            .atTerminal(terminal)
            .at(usual)
            .run(arguments);
    out = answers.toString();
    err = notes.toString();
    return code;
  }

  /** The one document that was printed. */
  public JsonNode json() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .readTree(out);
  }
}
