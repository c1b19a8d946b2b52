package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Installation;
import java.util.Map;
import picocli.CommandLine.Command;

/** Runs the daemon until the process is told to end. */
@Command(
    name = "serve",
    description = "Run the daemon: fetch papers, send editions at their hours, serve the pages.")
public final class ServeCommand implements Action<Installation> {
  @Override
  public CommandResult act(Installation features, Console console) {
    StopSignal stop = new StopSignal();
    try (Daemon daemon = new Daemon((Wiring) features);
        ServiceNotification manager =
            ServiceNotification.of(System.getenv(), ProcessHandle.current().pid())) {
      daemon.start();
      manager.ready(daemon::problem);
      console.note(
          "Offprint serves "
              + features.configuration().server().baseUrl()
              + " (port "
              + daemon.port()
              + "); Ctrl-C ends it");
      stop.await();
    }
    return new CommandResult("", Map.of("stopped", true));
  }
}
