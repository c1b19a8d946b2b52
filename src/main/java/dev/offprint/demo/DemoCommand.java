package dev.offprint.demo;

import dev.offprint.app.DaemonSignals;
import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Installation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows a whole day on this machine: papers, subscribers, mails and pages, all of them gone
 * afterwards.
 */
@Command(
    name = "demo",
    description =
        "See a whole day on this machine: sample papers, five subscribers, their mails and the"
            + " pages. Nothing leaves the machine, and nothing stays on it.",
    footer = {
      "",
      "Examples:",
      "  offprint demo                          until Ctrl-C, with an inbox to look at",
      "  offprint demo --once --out mails       write the mails as .eml files and end",
      "  offprint demo --papers 2024-05-27.json with papers of your own"
    })
public final class DemoCommand implements Action<Installation> {
  @Option(names = "--once", description = "End when the editions are sent.")
  boolean once;

  @Option(names = "--out", paramLabel = "DIR", description = "Write the mails there as .eml files.")
  @Nullable Path out;

  @Option(
      names = "--papers",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Take these papers instead of the sample day.")
  List<Path> papers = List.of();

  private final Path home;
  private final InstantSource clock;

  public DemoCommand(Path home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
  }

  /** Works on a folder of its own, so it leaves the given features alone. */
  @Override
  public CommandResult act(Installation features, Console console) {
    if (once && out == null) {
      throw CommandFailure.wrongUsage(
          "demo --once writes the mails to a folder; name it with --out DIR");
    }
    // With --once Ctrl-C ends the process as usual.
    @Nullable DaemonSignals signals = once ? null : new DaemonSignals();
    try (Demo demo = new Demo(home, clock)) {
      CommandResult answer = new DemoReport(demo.run(papers, console)).answer();
      if (out != null) {
        demo.inbox().writeTo(out);
      }
      if (signals != null) {
        demo.start();
        console.say(answer.text());
        console.say(demo.addresses());
        var _ = signals.await();
        return new CommandResult("", answer.document());
      }
      return new CommandResult(
          answer.text() + "\nThe mails are in " + out + ".", answer.document());
    }
  }
}
