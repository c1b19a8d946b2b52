package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.ExitCode;
import dev.offprint.cli.console.Installation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final Duration PACE = Duration.ofSeconds(10);

  /** Nothing can be written down any more, so stopping in order may wait for ever. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  @Override
  public boolean begins() {
    return true;
  }

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
      while (goesOn(signals.await(PACE), daemon, atTerminal)) {}
    }
    return new CommandResult("", Map.of("stopped", true));
  }

  /**
   * Does what it is told.
   *
   * @param wanted empty when it was told nothing
   * @throws CommandFailure when it cannot go on, so that it is started anew
   */
  private static boolean goesOn(
      Optional<DaemonSignals.Wanted> wanted, ReloadingDaemon daemon, boolean atTerminal) {
    if (wanted.isEmpty()) {
      if (daemon.hasLostDatabase()) {
        String why =
            "the database was closed because it could not be written to, as on a full disk. Nothing"
                + " is lost; make room and start Offprint again";
        LOG.error("{}", why); // Now, as the end may come before the command can say it.
        Thread.ofPlatform().daemon().start(ServeCommand::endAfterGrace);
        throw CommandFailure.failed(why);
      }
      return true;
    }
    if (wanted.get() == DaemonSignals.Wanted.STOP || atTerminal) {
      return false;
    }
    daemon.reload();
    return true;
  }

  private static void endAfterGrace() {
    LockSupport.parkNanos(GRACE.toNanos());
    Runtime.getRuntime().halt(ExitCode.FAILED);
  }
}
