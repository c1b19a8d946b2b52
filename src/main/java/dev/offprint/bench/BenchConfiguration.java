package dev.offprint.bench;

import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.PrivateKeyText;
import dev.offprint.smtp.dkim.DkimAlgorithm;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** The configuration with which mails are sent to be measured. */
final class BenchConfiguration {
  private BenchConfiguration() {}

  static ConfigurationLoader.Loaded of(BenchDelivery.Load load) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "OFFPRINT_MAIL__FROM", "Offprint <offprint@bench.example>",
                "OFFPRINT_SMTP__HOST", load.sink().host(),
                "OFFPRINT_SMTP__PORT", String.valueOf(load.sink().port()),
                "OFFPRINT_SMTP__SECURITY", "none",
                "OFFPRINT_SMTP__CONNECTIONS", String.valueOf(load.connections()),
                "OFFPRINT_MATCHING__SEMANTIC", "false",
                "OFFPRINT_DATABASE__URL", load.database()));
    if (load.signed()) {
      settings.put(
          "OFFPRINT_MAIL__DKIM__RSA_KEY",
          PrivateKeyText.of(DkimAlgorithm.RSA.generate(new SecureRandom())));
    }
    return ConfigurationLoader.load(null, settings);
  }
}
