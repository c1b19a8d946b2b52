package dev.offprint.cli;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Installation;
import dev.offprint.config.MailConfiguration;
import dev.offprint.smtp.dkim.DkimKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows what DNS must hold of the keys there are. */
@Command(
    name = "show",
    description =
        "Show the DNS records of the keys that are configured, and of those in the data folder that"
            + " are not yet.")
final class DkimShow implements Action<Installation> {
  @Override
  public CommandResult act(Installation features, Console console) {
    MailConfiguration mail = features.configuration().mail();
    List<DkimText> keys = new ArrayList<>();
    DkimKey.configured(mail.dkim()).forEach(key -> keys.add(new DkimText(key, mail, null)));
    for (Path file : DkimFile.all(features.data())) {
      DkimKey key = DkimFile.read(file, mail.dkim());
      if (keys.stream().noneMatch(other -> other.key().key().equals(key.key()))) {
        keys.add(new DkimText(key, mail, file));
      }
    }
    if (keys.isEmpty()) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "there is no DKIM key: none is configured, and none lies in %s; `offprint dkim init`"
                  + " makes one",
              features.data().toAbsolutePath().normalize()));
    }
    return new CommandResult(
        keys.stream().map(DkimText::text).collect(Collectors.joining("\n")),
        keys.stream().map(DkimText::document).toList());
  }
}
