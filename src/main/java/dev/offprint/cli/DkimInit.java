package dev.offprint.cli;

import dev.offprint.config.Configuration;
import dev.offprint.smtp.DkimAlgorithm;
import dev.offprint.smtp.DkimKey;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a key that signs mail. */
@Command(
    name = "init",
    description = {
      "Make a key that signs mails, in the data folder, and show the record for DNS and the lines"
          + " for the configuration. A key that is there already is left as it is."
    })
final class DkimInit implements Action {
  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = "rsa, which every receiver can check (default), or ed25519.")
  DkimAlgorithm algorithm = DkimAlgorithm.RSA;

  @Override
  public Answer act(Features features, Console console) {
    Configuration.Mail mail = features.configuration().mail();
    String domain = mail.signingDomain();
    if (!domain.contains(".")) {
      throw CommandFailure.failed(
          "mail.from is at %s, and no DNS can hold a record for that; set mail.from first"
              .formatted(domain));
    }
    PrivateKey made = algorithm.generate(new SecureRandom());
    Path file = DkimFile.in(features.data(), algorithm);
    DkimFile.create(file, made);
    DkimKey key = new DkimKey(algorithm, DkimFile.selector(algorithm, mail.dkim()), made);
    return new Answer(
        DkimText.firstSteps(key, domain, file), DkimText.document(key, domain, file, false));
  }
}
