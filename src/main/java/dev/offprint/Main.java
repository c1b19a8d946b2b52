package dev.offprint;

import dev.offprint.app.ServeCommand;
import dev.offprint.app.Wiring;
import dev.offprint.bench.BenchCommand;
import dev.offprint.cli.CommandLineProgram;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.GlobalOptions;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.InvalidConfiguration;
import dev.offprint.config.Problem;
import dev.offprint.demo.DemoCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    // The launcher says where the distribution is; without it this is the folder that one stands
    // in.
    Path home = Path.of(System.getProperty("offprint.home", ""));
    InstantSource clock = InstantSource.system();
    CommandLineProgram program =
        new CommandLineProgram(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            System.getenv(),
            options -> new Wiring(() -> load(options), options.data(), home, clock));
    // Only the launcher can ask the system; Java would answer for standard output and input.
    program.atTerminal(Boolean.getBoolean("offprint.terminal"));
    program
        .add(new ServeCommand())
        .add(new DemoCommand(home, clock))
        .add(BenchCommand.of(home, clock));
    System.exit(program.run(arguments));
  }

  private static ConfigurationLoader.Loaded load(GlobalOptions options) {
    try {
      return ConfigurationLoader.load(options.configFile(), options.environment());
    } catch (InvalidConfiguration e) {
      throw CommandFailure.wrongConfiguration(
          "the configuration cannot be used",
          e.problems().stream().map(Problem::toString).toList());
    }
  }
}
