package dev.offprint.setup;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.FeaturesFactory;
import dev.offprint.cli.console.GlobalOptions;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.ResolvedOptions;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets an installation up. */
@Command(
    name = "init",
    description = {
      "Ask five questions, write the configuration, send a first mail to yourself, and subscribe"
          + " you. With options, or without a terminal, nothing is asked, and an answer that is"
          + " missing is an error. The relay's password is asked without showing it and kept in a"
          + " file that its user alone can read.",
      "A configuration that sets nothing yet, as it was shipped, is filled in; one with settings of"
          + " yours is changed only when you say so, and a copy is kept beside it."
    },
    footer = {
      "",
      "Examples:",
      "  offprint init",
      "  offprint init --from 'Papers <papers@lab.example>' --relay smtp.lab.example \\",
      "      --username papers --password-file /etc/offprint/relay-password \\",
      "      --base-url https://papers.lab.example --papers huggingface,cs.CL \\",
      "      --to ada@lab.example --interest 'mixture of experts'"
    })
public final class InitCommand implements Action<Installation> {
  @Mixin AnswerOptions options = new AnswerOptions();

  @Option(
      names = "--update",
      description = "Change a configuration that has settings already; a copy is kept.")
  boolean update;

  @Spec CommandSpec command = CommandSpec.create();

  private final FeaturesFactory factory;
  private final Path home;
  private final Keyboard keyboard;

  /**
   * A command at the terminal of this process.
   *
   * @param factory makes the features of the new installation
   * @param home the folder of the distribution, which holds the program
   */
  public InitCommand(FeaturesFactory factory, Path home) {
    this(factory, home, Keyboard.ofProcess());
  }

  InitCommand(FeaturesFactory factory, Path home, Keyboard keyboard) {
    this.factory = factory;
    this.home = home;
    this.keyboard = keyboard;
  }

  @Override
  public CommandResult act(Installation features, Console console) {
    ResolvedOptions given = (ResolvedOptions) command.root().userObject();
    GlobalOptions global = given.global();
    ConfigurationFile file = new ConfigurationFile(global.newConfigFile());
    boolean asking = !options.given() && keyboard.isThere();
    Interview interview = new Interview(console, keyboard);
    try {
      mayWrite(file, asking, interview);
      Answers answers =
          asking
              ? interview.ask(Offer.of(file.inForce(), file.passwordFile()))
              : options.answers(console, global.environment());
      Setup setup = new Setup(file, global, features.clock(), console);
      setup.write(answers);
      Answers proved = setup.prove(answers, asking ? interview : null);
      return setup.finish(proved, new Subscribing(factory, home), given.repeated());
    } catch (Interview.Ended e) {
      throw CommandFailure.failed("it was ended before the last answer, and nothing was written");
    }
  }

  /** Whether the file may be written, which its operator may have to say. */
  private void mayWrite(ConfigurationFile file, boolean asking, Interview interview) {
    if (file.settings().isEmpty()) {
      return;
    }
    if (asking) {
      if (!interview.confirms(
          file.path()
              + " has settings already. Change what you answer, and keep a copy as "
              + file.kept()
              + "?")) {
        throw CommandFailure.failed(file.path() + " is left as it is");
      }
    } else if (!update) {
      throw CommandFailure.failed(
          file.path()
              + " has settings already and is left as it is; --update changes what is answered, and"
              + " keeps a copy");
    }
    file.keep();
  }
}
