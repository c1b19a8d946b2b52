package dev.offprint.cli;

import picocli.CommandLine.Command;

/** Says whether the configuration can be used. */
@Command(name = "check", description = "Say whether the configuration is valid, and what is wrong.")
final class ConfigCheck implements Action {
  @Override
  public Answer act(Features features, Console console) {
    features.configuration();
    return new Answer("The configuration is valid.", new Document().with("valid", true));
  }
}
