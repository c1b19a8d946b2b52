package dev.offprint.bench;

import dev.offprint.config.ConfigurationLoader;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The configuration with which mails are sent to be measured. */
final class BenchConfiguration {
  private static final int KEY_BITS = 2_048;

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
      settings.put("OFFPRINT_MAIL__DKIM__RSA_KEY", key());
    }
    return ConfigurationLoader.load(null, settings);
  }

  private static String key() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(KEY_BITS);
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
          + "\n-----END PRIVATE KEY-----\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }
}
