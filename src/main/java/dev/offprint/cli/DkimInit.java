package dev.offprint.cli;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.Text;
import dev.offprint.config.MailConfiguration;
import dev.offprint.smtp.dkim.DkimAlgorithm;
import dev.offprint.smtp.dkim.DkimKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a key that signs mail. */
@Command(
    name = "init",
    description = {
      "Make a key that signs mails, in the data folder, and show the record for DNS and the lines"
          + " for the configuration. A key that is there already is left as it is."
    })
final class DkimInit implements Action<Installation> {
  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = "rsa, which every receiver can check (default), or ed25519.")
  DkimAlgorithm algorithm = DkimAlgorithm.RSA;

  @Option(
      names = "--selector",
      paramLabel = "NAME",
      description = "For a key that will take over from another: its name in DNS.")
  @Nullable String selector;

  @Override
  public CommandResult act(Installation features, Console console) {
    MailConfiguration mail = features.configuration().mail();
    if (!mail.signingDomain().contains(".")) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "mail.from is at %s, and no DNS can hold a record for that; set mail.from first",
              mail.signingDomain()));
    }
    String name = selector == null ? DkimKey.selector(algorithm, mail.dkim()) : selector;
    requireFree(name, mail.dkim());
    DkimKey key = new DkimKey(algorithm, name, algorithm.generate(new SecureRandom()));
    Path file = DkimFile.path(features.data(), algorithm, selector);
    DkimFile.create(file, key.key());
    DkimText text = new DkimText(key, mail, file);
    return new CommandResult(text.firstSteps(), text.document());
  }

  /** DNS holds one key under a name; another there would make the mails of now fail. */
  private static void requireFree(String name, MailConfiguration.Dkim settings) {
    if (!MailConfiguration.Dkim.isSelector(name)) {
      throw CommandFailure.wrongUsage(
          String.format(
              Locale.ROOT,
              "--selector %s: it must be letters, digits and hyphens",
              Text.quoted(name)));
    }
    if (DkimKey.configured(settings).stream()
        .anyMatch(key -> key.selector().equalsIgnoreCase(name))) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "the key that signs mails now has the selector %s; `offprint dkim show` prints its"
                  + " record, and --selector with another name makes a key that can take over",
              name));
    }
  }
}
