package dev.offprint.cli;

import dev.offprint.config.Configuration;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.PrivateKeyText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is valid in a configuration, and yet not what large providers or readers need. */
final class ConfigWarnings {
  private static final int GOOD_RSA_BITS = 2048;
  private static final String LOCAL = "localhost|127\\..*|\\[?::1]?|.*\\.localhost";

  private ConfigWarnings() {}

  /** One line for each. */
  static List<String> of(Configuration configuration) {
    List<String> warnings = new ArrayList<>();
    if (configuration.mail().from().matches(".*@localhost>?\\s*")) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "mail.from is still %s, which nobody can answer and relays refuse; set it to an"
                  + " address of yours",
              configuration.mail().from()));
    }
    baseUrl(configuration.server().baseUrl(), warnings);
    weakKey(configuration.mail().dkim(), warnings);
    return warnings;
  }

  private static void baseUrl(URI address, List<String> warnings) {
    if (String.valueOf(address.getHost()).matches(LOCAL)) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "server.base_url is %s, so the links in mails work on this machine alone; set it to"
                  + " the address that readers reach",
              address));
    } else if (!"https".equals(address.getScheme())) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "server.base_url is %s: unsubscribing with one click (RFC 8058) needs https, and"
                  + " large mail providers ask for it",
              address));
    }
  }

  /** RFC 8301, section 3.2. */
  private static void weakKey(MailConfiguration.Dkim settings, List<String> warnings) {
    if (settings.rsaKey().isEmpty()) {
      return;
    }
    int bits = PrivateKeyText.rsa(settings.rsaKey()).getModulus().bitLength();
    if (bits < GOOD_RSA_BITS) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "mail.dkim.rsa_key has %d bits, and some receivers want %d; make a new one under"
                  + " another selector",
              bits,
              GOOD_RSA_BITS));
    }
  }
}
