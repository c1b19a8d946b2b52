package dev.offprint.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
  private final Networks networks =
      new Networks(List.of("127.0.0.1", "::1", "10.0.0.0/8", "2001:db8:ffff::/48"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "198.51.100.7 | none | 198.51.100.0/24",
        "2001:db8:1:2::3 | none | 2001:db8:1:0:0:0:0:0/48",
        // Nobody else is believed.
        "198.51.100.7 | 203.0.113.9 | 198.51.100.0/24",
        // A proxy is, and of a list what it wrote itself, the last.
        "127.0.0.1 | 203.0.113.9 | 203.0.113.0/24",
        "0:0:0:0:0:0:0:1 | 203.0.113.9 | 203.0.113.0/24",
        "127.0.0.1 | 192.0.2.1, 203.0.113.9 | 203.0.113.0/24",
        "127.0.0.1 | 192.0.2.1,203.0.113.9 , 10.1.2.3 | 203.0.113.0/24",
        "2001:db8:ffff::8 | 2001:db8:7::9 | 2001:db8:7:0:0:0:0:0/48",
        // IPv4 in IPv6 (RFC 4291, section 2.5.5.2) is IPv4.
        "127.0.0.1 | ::ffff:203.0.113.9 | 203.0.113.0/24",
        // What is no address says nothing, and what is before it was written by who knows whom.
        "127.0.0.1 | unknown | 127.0.0.0/24",
        "127.0.0.1 | 192.0.2.1, example.org | 127.0.0.0/24",
        "127.0.0.1 | '' | 127.0.0.0/24",
        "127.0.0.1 | 10.1.2.3 | 10.1.2.0/24",
        "127.0.0.1 | 203.0.113.9:4711 | 127.0.0.0/24"
      })
  void theNetworkIsThatOfTheLastHopThatIsNoProxyOfOurs(
      String peer, String forwarded, String network) {
    assertThat(networks.of(peer, forwarded)).hasToString(network);
  }

  @Test
  void aListOfAnyLengthIsRead() {
    String[] hops = new String[2_000];
    Arrays.fill(hops, "10.0.0.1");
    assertThat(networks.of("127.0.0.1", "192.0.2.1," + String.join(",", hops)))
        .hasToString("192.0.2.0/24");
  }
}
