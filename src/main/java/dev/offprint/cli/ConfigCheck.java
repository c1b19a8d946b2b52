package dev.offprint.cli;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.PrivateKeyText;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Says whether the configuration can be used. */
@Command(name = "check", description = "Say whether the configuration is valid, and what is wrong.")
final class ConfigCheck implements Action<Installation> {
  private static final int GOOD_RSA_BITS = 2048;

  @Override
  public CommandResult act(Installation features, Console console) {
    weakKey(features.configuration().mail().dkim()).ifPresent(console::note);
    return new CommandResult("The configuration is valid.", new Document().with("valid", true));
  }

  /** It is valid, and yet not what large providers ask for (RFC 8301, section 3.2). */
  private static Optional<String> weakKey(MailConfiguration.Dkim settings) {
    if (settings.rsaKey().isEmpty()) {
      return Optional.empty();
    }
    int bits = PrivateKeyText.rsa(settings.rsaKey()).getModulus().bitLength();
    return bits >= GOOD_RSA_BITS
        ? Optional.empty()
        : Optional.of(
            "mail.dkim.rsa_key has %d bits, and some receivers want %d; make a new one under another selector"
                .formatted(bits, GOOD_RSA_BITS));
  }
}
