package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.Text;
import dev.offprint.doctor.Check;
import dev.offprint.doctor.DataFolderCheck;
import dev.offprint.doctor.Examination;
import dev.offprint.doctor.Examination.Result;
import dev.offprint.doctor.Finding;
import dev.offprint.doctor.dns.Dns;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Looks whether all is well, and says what to do about what is not. */
@Command(
    name = "doctor",
    description = {
      "Look whether all is well, one line for each thing, with what to do where it is not: the"
          + " configuration, the data, the clock, the sources, the relay, the pages as readers"
          + " reach them, and what receivers look for in DNS. It sends no mail and changes nothing,"
          + " and the daemon may run meanwhile. The exit code is 1 when there is an error.",
    })
public final class DoctorCommand implements Action<Installation> {
  /** A line holds two words of name and a sentence. */
  private static final int WIDTH = 100;

  private final Supplier<Dns> dns;

  public DoctorCommand() {
    this(Dns::ofSystem);
  }

  DoctorCommand(Supplier<Dns> dns) {
    this.dns = dns;
  }

  @Override
  public CommandResult act(Installation features, Console console) {
    List<Result> results =
        new Examination(checks((Wiring) features), Examination.LIMIT)
            .run(result -> console.say(text(result)));
    long faults = count(results, Finding.Fault.class);
    long warnings = count(results, Finding.Warning.class);
    console.say("\n" + summary((int) faults, (int) warnings));
    return new CommandResult(
        "",
        new Document()
            .with("ok", faults == 0)
            .with("errors", faults)
            .with("warnings", warnings)
            .with("checks", results.stream().map(DoctorCommand::document).toList()),
        faults > 0);
  }

  /** Without a valid configuration little can be looked at. */
  private List<Check> checks(Wiring wiring) {
    try {
      return new DoctorWiring(wiring, dns.get()).checks();
    } catch (CommandFailure e) {
      return List.of(new Invalid(e), new DataFolderCheck(wiring.data(), wiring::isDaemonRunning));
    }
  }

  /** The configuration that cannot be used. */
  private record Invalid(CommandFailure failure) implements Check {
    @Override
    public String name() {
      return "configuration";
    }

    @Override
    public Finding look() {
      return new Finding.Fault(
          failure.getMessage() + ": " + String.join(". ", failure.details()),
          "mend it, then ask again; the rest was not looked at");
    }
  }

  private static long count(List<Result> results, Class<? extends Finding> kind) {
    return results.stream().filter(result -> kind.isInstance(result.finding())).count();
  }

  private static String summary(int faults, int warnings) {
    return faults + warnings == 0
        ? "All is well."
        : Text.count(faults, "error") + ", " + Text.count(warnings, "warning") + ".";
  }

  private static String text(Result result) {
    String label = String.format(Locale.ROOT, "%-8s %-18s", state(result), result.name());
    return label
        + switch (result.finding()) {
          case Finding.Good good -> below(label, good.what());
          case Finding.Warning(String what, String remedy) ->
              below(label, what) + remedy(label, remedy);
          case Finding.Fault(String what, String remedy) ->
              below(label, what) + remedy(label, remedy);
        };
  }

  private static String remedy(String label, String remedy) {
    return "\n" + " ".repeat(label.length() - 1) + "→" + below(label, remedy);
  }

  private static String below(String label, String text) {
    String indent = "\n" + " ".repeat(label.length() + 1);
    return " " + String.join(indent, Text.wrap(text, WIDTH - label.length() - 1));
  }

  private static String state(Result result) {
    return switch (result.finding()) {
      case Finding.Good good -> "ok";
      case Finding.Warning warning -> "warning";
      case Finding.Fault fault -> "error";
    };
  }

  private static Document document(Result result) {
    return new Document()
        .with("name", result.name())
        .with("state", state(result))
        .with("what", result.finding().what())
        .with(
            "remedy",
            switch (result.finding()) {
              case Finding.Good good -> null;
              case Finding.Warning warning -> warning.remedy();
              case Finding.Fault fault -> fault.remedy();
            });
  }
}
