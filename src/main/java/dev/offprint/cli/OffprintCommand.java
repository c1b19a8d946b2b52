package dev.offprint.cli;

import dev.offprint.cli.console.GlobalOptions;
import dev.offprint.cli.console.ResolvedOptions;
import dev.offprint.cli.console.UsualPlaces;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself, with the options that stand before or after any command. */
@Command(
    name = "offprint",
    description =
        "Mails each subscriber a short digest, daily or weekly, of the papers worth their time.",
    footer = {
      "",
      "Examples:",
      "  offprint demo                                see a whole day on this machine",
      "  offprint init                                set it up, with a first mail to yourself",
      "  offprint doctor                              see whether all is well",
      "  offprint papers fetch huggingface            take in today's papers",
      "  offprint subscribers add ada@example.org --interest 'mixture of experts'",
      "  offprint run --dry-run                       see what would be mailed now",
      "",
      "'offprint COMMAND --help' explains a command.",
      "Exit codes: 0 done, 1 it failed, 2 wrong usage or configuration."
    })
final class OffprintCommand implements ResolvedOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "Configuration; else OFFPRINT_CONFIG, or ${sys:offprint.config:-offprint.toml in DIR}.")
  @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Data folder; else OFFPRINT_DATA, or ${sys:offprint.data:-./offprint-data}.")
  @Nullable Path data;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer with exactly one JSON document.")
  boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Explain the command.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Print the version.")
  boolean version;

  private @Nullable GlobalOptions resolved;

  GlobalOptions options(Map<String, String> environment, UsualPlaces usual) {
    GlobalOptions options = GlobalOptions.resolve(config, data, environment, usual);
    resolved = options;
    return options;
  }

  @Override
  public String repeated() {
    return (config == null ? "" : " --config " + config) + (data == null ? "" : " --data " + data);
  }

  @Override
  public GlobalOptions global() {
    return Objects.requireNonNull(resolved, "known once a command runs");
  }
}
