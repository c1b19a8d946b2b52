package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Installation;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Runs the daemon until the process is told to end. */
@Command(
    name = "serve",
    description = "Run the daemon: fetch papers, send editions at their hours, serve the pages.",
    footer = {
      "",
      "SIGHUP has it read its configuration and templates anew, for which it is away a moment;",
      "where they cannot be used, it says why and goes on as before. What cannot be changed so",
      "are the folders, variables of the environment and options of Java."
    })
public final class ServeCommand implements Action<Installation> {
  @Override
  public CommandResult act(Installation features, Console console) {
    // Whose terminal is gone has nobody who reads on.
    boolean atTerminal =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    DaemonSignals signals = new DaemonSignals();
    try (ServiceNotification manager =
            ServiceNotification.of(System.getenv(), ProcessHandle.current().pid());
        ReloadingDaemon daemon = new ReloadingDaemon((Wiring) features, manager)) {
      daemon.start();
      console.note(
          "Offprint serves "
              + features.configuration().server().baseUrl()
              + " (port "
              + daemon.port()
              + "); Ctrl-C ends it");
      while (signals.await() == DaemonSignals.Wanted.RELOAD && !atTerminal) {
        daemon.reload();
      }
    }
    return new CommandResult("", Map.of("stopped", true));
  }
}
