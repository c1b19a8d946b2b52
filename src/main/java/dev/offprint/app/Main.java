package dev.offprint.app;

import dev.offprint.cli.CommandLineProgram;
import dev.offprint.config.ConfigurationLoader;
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
    // The launcher says where the distribution is; without it this is the folder that one stands in.
    Path home = Path.of(System.getProperty("offprint.home", ""));
    InstantSource clock = InstantSource.system();
    CommandLineProgram program =
        new CommandLineProgram(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            System.getenv(),
            options ->
                new Wiring(
                    () ->
                        ConfigurationLoader.load(options.configFile(), options.environment())
                            .configuration(),
                    options.data(),
                    home,
                    clock));
    program.add(new ServeCommand()).add(new DemoCommand(home, clock));
    System.exit(program.run(arguments));
  }
}
