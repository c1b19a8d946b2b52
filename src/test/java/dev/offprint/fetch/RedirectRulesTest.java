package dev.offprint.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a source may send us. */
class RedirectRulesTest {
  private static final Map<String, String> NAMES =
      Map.of("lab.example", "192.0.2.1", "inside.lab.example", "10.1.2.3");

  private static InetAddress[] resolve(String host) throws UnknownHostException {
    boolean literal = host.matches("[\\d.]+|\\[.*");
    String address = literal ? host : NAMES.getOrDefault(host, "192.0.2.2");
    return InetAddress.getAllByName(address);
  }

  private static String problem(boolean privateAllowed, String from, String to) {
    return new RedirectRules(privateAllowed, RedirectRulesTest::resolve, Proxies.none())
        .problem(URI.create(from), URI.create(to))
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "https://lab.example/a,     https://lab.example/b",
    "http://lab.example/a,      http://LAB.example/b",
    "http://lab.example/a,      https://lab.example/a",
    "http://lab.example/a,      https://www.lab.example/a",
    "https://www.lab.example/a, https://lab.example/a",
    "https://www.lab.example/a, https://feeds.lab.example/a",
    "https://feeds.lab.example, https://www.lab.example/a",
    "http://127.0.0.1:8080/a,   http://127.0.0.1:8081/b",
    "http://10.0.0.1/a,         https://10.0.0.1/b"
  })
  void redirectsWithinTheHouseAreFollowed(String from, String to) {
    assertThat(problem(false, from, to)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://lab.example/a, https://other.example/a",
    "https://lab.example/a, https://evil-lab.example/a",
    "https://lab.example/a, http://www.lab.example/a",
    "https://lab.example/a, https://example/a",
    "https://192.0.2.1/a,   https://192.0.2.2/a"
  })
  void redirectsToOtherHostsAreRefused(String from, String to) {
    assertThat(problem(false, from, to))
        .isEqualTo(
            "%s redirects to %s; if that is right, put the new address into the configuration",
            URI.create(from).getHost(), URI.create(to).getHost());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://0.0.0.0/",
        "http://0.1.2.3/",
        "http://10.0.0.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://224.0.0.1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[fec0::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::10.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "https://inside.lab.example/"
      })
  void noPublicHostLeadsIntoAPrivateNetworkUnlessThatIsConfigured(String inside) {
    assertThat(problem(false, "https://lab.example/a", inside))
        .isEqualTo(
            "lab.example redirects to %s, which is in a private network; if that is right, set"
                + " harvest.private_redirects",
            URI.create(inside).getHost());
    assertThat(problem(true, "https://lab.example/a", inside)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.2/", "http://192.0.2.9/"})
  void aPrivateHostDoesNotLeadToOthersEither(String to) {
    assertThat(problem(false, "http://10.0.0.1/a", to)).contains("if that is right, put the new");
  }

  @ParameterizedTest
  @CsvSource({"https://lab.example/a, http://lab.example/a"})
  void protectionIsNotGivenUp(String from, String to) {
    assertThat(problem(false, from, to))
        .isEqualTo("lab.example redirects from https to http, which anybody can read and change");
  }
}
