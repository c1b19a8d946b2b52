package dev.offprint.setup;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.FeaturesFactory;
import dev.offprint.cli.console.GlobalOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Subscribes whoever sets it up, as the user who owns the data: what root leaves there the daemon
 * could not open.
 *
 * @param home the folder of the distribution
 */
record Subscribing(FeaturesFactory factory, Path home) {
  /**
   * What came of it.
   *
   * @param what as a sentence
   */
  record Outcome(String what, boolean isDone) {}

  /** Subscribes. */
  Outcome add(Answers answers, ConfigurationFile file, GlobalOptions global, Console console) {
    DataOwner owner = DataOwner.of(global.data());
    return owner.isOther()
        ? asOwner(owner, answers, file, global)
        : asMyself(answers, file, global, console);
  }

  private Outcome asMyself(
      Answers answers, ConfigurationFile file, GlobalOptions global, Console console) {
    GlobalOptions now =
        new GlobalOptions(file.path(), file.path(), global.data(), global.environment());
    try (Features features = factory.create(now)) {
      return new Outcome(FirstSubscriber.add(answers, features, console), true);
    }
  }

  private Outcome asOwner(
      DataOwner owner, Answers answers, ConfigurationFile file, GlobalOptions global) {
    String user = owner.user().getName();
    List<String> command =
        new ArrayList<>(
            List.of(
                "setpriv",
                "--reuid=" + user,
                "--regid=" + owner.group(),
                "--init-groups",
                home.resolve("bin/offprint").toString(),
                "--config",
                file.path().toString(),
                "--data",
                global.data().toAbsolutePath().toString()));
    command.addAll(FirstSubscriber.command(answers));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() == 0) {
        return new Outcome(said, true);
      }
      return failed(user, said);
    } catch (IOException e) {
      return failed(user, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("it was interrupted; nobody is subscribed yet");
    }
  }

  private static Outcome failed(String owner, String why) {
    return new Outcome(
        String.format(
            Locale.ROOT,
            "You are not subscribed yet (%s): run 'offprint subscribers add' as %s, the owner of"
                + " the data.",
            why.replaceFirst("^offprint: ", ""),
            owner),
        false);
  }
}
