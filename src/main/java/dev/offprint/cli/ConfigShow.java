package dev.offprint.cli;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows the configuration in effect. */
@Command(
    name = "show",
    description = "Show every key and its value in effect; secrets are not shown.")
final class ConfigShow implements Action {
  @Override
  public CommandResult act(Features features, Console console) {
    Map<String, String> settings = features.settings();
    int width = settings.keySet().stream().mapToInt(String::length).max().orElse(0);
    String text =
        settings.entrySet().stream()
            .map(key -> key.getKey() + pad(key.getKey(), width) + " = " + key.getValue() + "\n")
            .collect(Collectors.joining());
    Document document = new Document();
    settings.forEach(document::with);
    return new CommandResult(text, document);
  }

  private static String pad(String key, int width) {
    return " ".repeat(width - key.length());
  }
}
