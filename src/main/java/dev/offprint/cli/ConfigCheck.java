package dev.offprint.cli;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import java.util.List;
import picocli.CommandLine.Command;

/** Says whether the configuration can be used. */
@Command(
    name = "check",
    description =
        "Say whether the configuration is valid and mails can be made of the templates, what is"
            + " wrong, and what it may not be meant to be.")
final class ConfigCheck implements Action<Installation> {
  @Override
  public CommandResult act(Installation features, Console console) {
    features.configuration();
    features.checkMails();
    List<String> warnings = ConfigWarnings.of(features.configuration(), features.clock().instant());
    warnings.forEach(warning -> console.note("warning: " + warning));
    return new CommandResult(
        "The configuration is valid, and mails can be made of the templates.",
        new Document().with("valid", true).with("warnings", warnings));
  }
}
