package dev.offprint.cli;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.config.ConfigurationLoader.Effective;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows the configuration in effect. */
@Command(
    name = "show",
    description =
        "Show every key, its value in effect and where that comes from; secrets are not shown.")
final class ConfigShow implements Action<Installation> {
  @Override
  public CommandResult act(Installation features, Console console) {
    List<Effective> settings = features.settings();
    int width = settings.stream().mapToInt(each -> each.setting().key().length()).max().orElse(0);
    Document document = new Document();
    settings.forEach(
        each ->
            document.with(
                each.setting().key(),
                new Document().with("value", each.value()).with("from", each.origin().toString())));
    return new CommandResult(
        settings.stream().map(each -> line(each, width)).collect(Collectors.joining()), document);
  }

  private static String line(Effective setting, int width) {
    String key = setting.setting().key();
    return key
        + " ".repeat(width - key.length())
        + " = "
        + setting.value()
        + "  # "
        + setting.origin()
        + "\n";
  }
}
