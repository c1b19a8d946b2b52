package dev.offprint.setup;

import dev.offprint.config.Configuration;
import dev.offprint.config.ServerConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is left to do, in order. */
final class NextSteps {
  private NextSteps() {}

  /**
   * One of them.
   *
   * @param command that does it; null when no command does
   */
  record Step(String what, @Nullable String command) {}

  /**
   * All of them.
   *
   * @param options of the command that find this installation, with a blank before; empty where it
   *     is found without
   */
  static List<Step> of(Configuration configuration, Path file, String options) {
    List<Step> steps = new ArrayList<>();
    String domain = configuration.mail().signingDomain();
    boolean isPackage = file.startsWith("/etc/offprint");
    if (domain.contains(".")) {
      steps.add(
          new Step(
              String.format(
                  Locale.ROOT,
                  "DNS of %s: an SPF record that names the relay, a DMARC record, and a DKIM key,"
                      + " unless the relay signs",
                  domain),
              "offprint" + options + " dkim init"));
    }
    ServerConfiguration server = configuration.server();
    if (!ServerConfiguration.isThisMachine(server.baseUrl())) {
      steps.add(
          new Step(
              String.format(
                  Locale.ROOT,
                  "A proxy with a certificate that leads %s to %s:%d",
                  server.baseUrl(),
                  server.bind(),
                  server.port()),
              null));
    }
    steps.add(
        isPackage
            ? new Step("Start the service", "systemctl enable --now offprint")
            : new Step("Start the daemon", "offprint" + options + " serve"));
    steps.add(new Step("See whether all is well", "offprint" + options + " doctor"));
    return steps;
  }
}
