package dev.offprint;

import dev.offprint.app.DbCommand;
import dev.offprint.app.DoctorCommand;
import dev.offprint.app.Interruption;
import dev.offprint.app.ServeCommand;
import dev.offprint.app.Wiring;
import dev.offprint.bench.BenchCommand;
import dev.offprint.cli.CommandLineProgram;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.FeaturesFactory;
import dev.offprint.cli.console.GlobalOptions;
import dev.offprint.cli.console.UsualPlaces;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.InvalidConfiguration;
import dev.offprint.config.Problem;
import dev.offprint.demo.DemoCommand;
import dev.offprint.fetch.Proxies;
import dev.offprint.setup.InitCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // What is read by people and by programs is English; the digits of the machine's language would
    // reach what sources are asked, and file names.
    Locale.setDefault(Locale.ROOT);
    Proxies.allowLogins();
    // The launcher says where the distribution is; without it this is the folder that one stands
    // in.
    Path home = Path.of(System.getProperty("offprint.home", ""));
    InstantSource clock = InstantSource.system();
    Interruption interruption = new Interruption(System.out, System.err);
    // The log goes there as well.
    System.setErr(interruption.err());
    CommandLineProgram program =
        program(
            new PrintWriter(interruption.out(), true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            System.getenv(),
            home,
            clock);
    // Only the launcher can ask the system; Java would answer for standard output and input.
    boolean terminal = Boolean.getBoolean("offprint.terminal");
    program.atTerminal(terminal);
    interruption.await(List.of(arguments), terminal);
    program.at(
        UsualPlaces.of(System.getProperty("offprint.data"), System.getProperty("offprint.config")));
    System.exit(program.run(arguments));
  }

  /** The program with all its commands. */
  static CommandLineProgram program(
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path home,
      InstantSource clock) {
    FeaturesFactory factory = options -> features(options, home, clock);
    return new CommandLineProgram(out, err, environment, factory)
        .add("init", () -> new InitCommand(factory, home))
        .add("serve", ServeCommand::new)
        .add("db", DbCommand::new)
        .add("doctor", DoctorCommand::new)
        .add("demo", () -> new DemoCommand(home, clock))
        .add("bench", () -> BenchCommand.of(home, clock));
  }

  /** What commands work with. What the JDK's own logging is told goes the way of all else. */
  private static Features features(GlobalOptions options, Path home, InstantSource clock) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return new Wiring(() -> load(options), options.data(), home, clock);
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
