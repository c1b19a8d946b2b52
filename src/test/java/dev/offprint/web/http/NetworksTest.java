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
        // With a port, in brackets, or in quotes, as some proxies write it.
        "127.0.0.1 | 203.0.113.9:4711 | 203.0.113.0/24",
        "127.0.0.1 | [2001:db8:7::9]:443 | 2001:db8:7:0:0:0:0:0/48",
        "127.0.0.1 | [2001:db8:7::9] | 2001:db8:7:0:0:0:0:0/48",
        "127.0.0.1 | \"[2001:db8:7::9]:443\" | 2001:db8:7:0:0:0:0:0/48",
        "127.0.0.1 | 203.0.113.9:4711, 10.1.2.3:80 | 203.0.113.0/24",
        "127.0.0.1 | [::ffff:203.0.113.9]:1 | 203.0.113.0/24",
        "127.0.0.1 | 2001:db8:7::9%eth0 | 2001:db8:7:0:0:0:0:0/48",
        "[0:0:0:0:0:0:0:1] | 203.0.113.9 | 203.0.113.0/24",
        "127.0.0.1 | [203.0.113.9 | 127.0.0.0/24",
        "127.0.0.1 | : | 127.0.0.0/24",
        "127.0.0.1 | [] | 127.0.0.0/24"
      })
  void theNetworkIsThatOfTheLastHopThatIsNoProxyOfOurs(
      String peer, String forwarded, String network) {
    assertThat(networks.of(peer, forwarded == null ? List.of() : List.of(forwarded), List.of()))
        .hasToString(network);
  }

  @Test
  void aListOfAnyLengthIsRead() {
    String[] hops = new String[2_000];
    Arrays.fill(hops, "10.0.0.1");
    assertThat(networks.of("127.0.0.1", List.of("192.0.2.1", String.join(",", hops)), List.of()))
        .hasToString("192.0.2.0/24");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "127.0.0.1 | for=203.0.113.9 | 203.0.113.0/24",
        "127.0.0.1 | For=\"[2001:db8:7::9]:4711\";proto=https | 2001:db8:7:0:0:0:0:0/48",
        "127.0.0.1 | proto=http; by=10.0.0.1; for=203.0.113.9 | 203.0.113.0/24",
        "127.0.0.1 | for=192.0.2.1, for=203.0.113.9;by=10.0.0.1, for=10.1.2.3 | 203.0.113.0/24",
        // Who does not tell whom it forwards ends what is believed.
        "127.0.0.1 | for=192.0.2.1, proto=https | 127.0.0.0/24",
        "127.0.0.1 | for=192.0.2.1, for=_hidden, for=10.1.2.3 | 10.1.2.0/24",
        "127.0.0.1 | for=unknown | 127.0.0.0/24",
        // A comma in quotes begins no hop, and what is malformed is not guessed at.
        "127.0.0.1 | for=203.0.113.9;host=\"a, for=192.0.2.1\" | 203.0.113.0/24",
        "127.0.0.1 | for=203.0.113.9;host=\"a, for=192.0.2.1 | 127.0.0.0/24",
        "198.51.100.7 | for=203.0.113.9 | 198.51.100.0/24"
      })
  void soItIsByTheStandardHeader(String peer, String forwarded, String network) {
    assertThat(networks.of(peer, List.of(), List.of(forwarded))).hasToString(network);
  }

  @Test
  void whoWritesTheOlderHeaderIsBelievedBeforeWhatAnybodyMayHaveSent() {
    assertThat(networks.of("127.0.0.1", List.of("203.0.113.9"), List.of("for=192.0.2.1")))
        .hasToString("203.0.113.0/24");
  }
}
