package dev.offprint.smtp.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A verifier of DKIM that others wrote: dkimpy, which Debian has as python3-dkim. Where it is not
 * installed the tests that want it are skipped, but fail if {@code DKIMPY_REQUIRED} is set.
 */
final class Dkimpy {
  private static final String SCRIPT = "src/test/resources/dev/offprint/smtp/dkim/verify_dkim.py";

  private final String python;
  private final Map<String, String> records;

  private Dkimpy(String python, Map<String, String> records) {
    this.python = python;
    this.records = Map.copyOf(records);
  }

  /**
   * Finds it.
   *
   * @param records all that DNS knows: texts by their names
   */
  static Dkimpy with(Map<String, String> records) throws IOException, InterruptedException {
    for (String python : List.of("/usr/bin/python3", "python3")) {
      if (canImport(python)) {
        return new Dkimpy(python, records);
      }
    }
    String missing = "dkimpy is not installed (Debian: python3-dkim), so no signature was checked";
    assertThat(System.getenv("DKIMPY_REQUIRED")).as(missing).isNull();
    return Assumptions.abort(missing);
  }

  private static boolean canImport(String python) throws InterruptedException {
    try {
      return new ProcessBuilder(python, "-c", "import dkim, nacl")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it says of each signature of a message, from above: {@code pass}, or why not. */
  List<String> verify(String message) throws IOException {
    List<String> command = new ArrayList<>(List.of(python, SCRIPT));
    records.forEach((name, text) -> Stream.of(name, text).forEach(command::add));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(message.getBytes(StandardCharsets.UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
