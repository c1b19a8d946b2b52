package dev.offprint.setup;

import dev.offprint.config.Configuration;
import dev.offprint.config.ServerConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is left to do, in order. */
final class NextSteps {
  private NextSteps() {}

  /**
   * Each on one line.
   *
   * @param options of the command that find this installation, with a blank before; empty where it
   *     is found without
   */
  static List<String> of(Configuration configuration, Path file, String options) {
    List<String> steps = new ArrayList<>();
    String domain = configuration.mail().signingDomain();
    boolean isPackage = file.startsWith("/etc/offprint");
    if (domain.contains(".")) {
      steps.add(
          String.format(
              Locale.ROOT,
              "DNS of %s: an SPF record that names the relay, a DMARC record, and DKIM, which"
                  + " 'offprint%s dkim init' makes unless the relay signs.",
              domain,
              options));
    }
    ServerConfiguration server = configuration.server();
    if (!ServerConfiguration.isThisMachine(server.baseUrl())) {
      steps.add(
          String.format(
              Locale.ROOT,
              "A proxy with a certificate that leads %s to %s:%d.",
              server.baseUrl(),
              server.bind(),
              server.port()));
    }
    steps.add(
        isPackage
            ? "Start the service: systemctl enable --now offprint"
            : "Start the daemon: offprint" + options + " serve");
    steps.add("See whether all is well: offprint" + options + " doctor");
    return steps;
  }
}
