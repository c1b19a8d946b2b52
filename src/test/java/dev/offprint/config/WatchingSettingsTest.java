package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's page is not shown to other machines without a password. */
class WatchingSettingsTest {
  private static final String BIND = "OFFPRINT_SERVER__METRICS_BIND";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "192.168.1.7",
        "10.0.0.1",
        "watch.lab.example",
        "127.example",
        "::11",
        "1::1"
      })
  void anAddressThatOthersReachNeedsAPassword(String bind) {
    InvalidConfiguration invalid =
        catchThrowableOfType(
            InvalidConfiguration.class, () -> ConfigurationLoader.load(null, Map.of(BIND, bind)));
    assertThat(invalid.problems()).hasSize(1);
    assertThat(invalid.problems().getFirst().toString())
        .contains("server.metrics_bind", "server.metrics_password_file");
    assertThat(
            ConfigurationLoader.load(
                    null, Map.of(BIND, bind, "OFFPRINT_SERVER__METRICS_PASSWORD", "horse"))
                .configuration()
                .server()
                .watching()
                .metricsBind())
        .isEqualTo(bind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.8.9.10", "localhost", "LocalHost", "::1", "0:0:0:0:0:0:0:1"})
  void thisMachineNeedsNone(String bind) {
    assertThat(ConfigurationLoader.load(null, Map.of(BIND, bind)).configuration()).isNotNull();
  }
}
