package dev.offprint.app;

import dev.offprint.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the program is started as a process of its own. */
final class OffprintProcess {
  private OffprintProcess() {}

  /** The command line, with these arguments behind the data folder. */
  static List<String> command(Path data, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Doffprint.home=" + Path.of("").toAbsolutePath(),
                "-Dlogback.configurationFile=config/logging.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                data.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** What a daemon is told that asks no source and sends to a relay on this machine. */
  static Map<String, String> daemon(int port, int connections) {
    return Map.ofEntries(
        Map.entry("OFFPRINT_SMTP__HOST", "127.0.0.1"),
        Map.entry("OFFPRINT_SMTP__PORT", Integer.toString(port)),
        Map.entry("OFFPRINT_SMTP__SECURITY", "none"),
        Map.entry("OFFPRINT_SMTP__CONNECTIONS", Integer.toString(connections)),
        Map.entry("OFFPRINT_MAIL__FROM", "Offprint <papers@lab.example>"),
        Map.entry("OFFPRINT_SERVER__PORT", "0"),
        Map.entry("OFFPRINT_SOURCES__HUGGINGFACE__ENABLED", "false"),
        Map.entry("OFFPRINT_SOURCES__ARXIV__ENABLED", "false"),
        Map.entry("OFFPRINT_SOURCES__FILE__ENABLED", "false"),
        Map.entry("OFFPRINT_SOURCES__FEED__ENABLED", "false"),
        Map.entry("OFFPRINT_MATCHING__SEMANTIC", "false"));
  }
}
