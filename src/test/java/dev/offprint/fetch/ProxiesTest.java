package dev.offprint.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.config.HarvestConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  private static final InstantSource CLOCK = () -> Instant.parse("2024-05-27T08:30:00Z");
  private static final String FOUND = "HTTP/1.1 200 OK\nContent-Type: text/plain";
  private static final URI PAPERS = URI.create("http://papers.invalid/daily");
  private static final URI SECURE = URI.create("https://papers.invalid/daily");

  private static Proxies configured(String address, String username, String password) {
    return Proxies.of(new HarvestConfiguration(90, false, address, username, password), Map.of());
  }

  private static Proxies environment(Map<String, String> variables) {
    return Proxies.of(new HarvestConfiguration(90, false, "", "", ""), variables);
  }

  private static HttpFetcher fetcher(Proxies proxies) {
    return new HttpFetcher(
        "papers@lab.example", false, proxies, new HostPauses(CLOCK, new Random(1)));
  }

  private static String why(Proxies proxies, URI address) {
    FetchResult result = fetcher(proxies).get(address);
    assertThat(result).isInstanceOf(FetchResult.Failure.class);
    return ((FetchResult.Failure) result).why();
  }

  private static String proxyOf(String address, String... variables) {
    Map<String, String> environment = new java.util.HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return environment(environment)
        .proxyOf(URI.create(address))
        .map(proxy -> proxy.key() + " " + proxy.host() + ":" + proxy.port())
        .orElse("direct");
  }

  @Test
  void aDocumentComesThroughTheProxyThoughItsHostIsUnknownHere() throws IOException {
    try (ScriptedProxy proxy = ScriptedProxy.answering(FOUND, "papers")) {
      FetchResult result = fetcher(configured("http://" + proxy.address(), "", "")).get(PAPERS);

      assertThat(result).isInstanceOf(FetchResult.Document.class);
      assertThat(proxy.asked().getFirst()).contains("GET http://papers.invalid/daily HTTP/1.1");
      assertThat(proxy.asked().getFirst()).noneMatch(line -> line.startsWith("Proxy-"));
    }
  }

  @Test
  void nameAndPasswordGoToTheProxyForATunnelToo() throws IOException {
    try (ScriptedProxy proxy = ScriptedProxy.answering("HTTP/1.1 403 Forbidden", "")) {
      Proxies proxies = configured(proxy.address(), "ada", "love:lace");

      String why = why(proxies, SECURE);

      assertThat(why)
          .isEqualTo(
              "the proxy %s (harvest.proxy) answered 403 to a connection to papers.invalid; ask"
                      .formatted(proxy.address())
                  + " whoever runs it to let it pass");
      assertThat(proxy.asked().getFirst())
          .contains("CONNECT papers.invalid:443 HTTP/1.1")
          // ada:love:lace
          .contains("Proxy-Authorization: Basic YWRhOmxvdmU6bGFjZQ==");
    }
  }

  @Test
  void aVariableMayHoldNameAndPassword() throws IOException {
    try (ScriptedProxy proxy = ScriptedProxy.answering(FOUND, "papers")) {
      fetcher(environment(Map.of("http_proxy", "http://ada:l%40ce@" + proxy.address() + "/")))
          .get(PAPERS);

      // ada:l@ce
      assertThat(proxy.asked().getFirst()).contains("Proxy-Authorization: Basic YWRhOmxAY2U=");
    }
  }

  @ParameterizedTest
  @CsvSource({"http://papers.invalid/", "https://papers.invalid/"})
  void aProxyThatWantsALoginIsToldFromOneThatRefusesIt(URI address) throws IOException {
    try (ScriptedProxy proxy =
        ScriptedProxy.answering(
            "HTTP/1.1 407 Who are you\nProxy-Authenticate: Basic realm=\"lab\"", "")) {
      assertThat(why(configured(proxy.address(), "", ""), address))
          .endsWith(
              " (harvest.proxy) wants a user name and a password; give harvest.proxy_username and"
                  + " harvest.proxy_password");
      assertThat(why(configured(proxy.address(), "ada", "lovelace"), address))
          .endsWith(
              " (harvest.proxy) refuses this user name and password; check harvest.proxy_username"
                  + " and harvest.proxy_password");
      String variable = "http://ada:lovelace@" + proxy.address();
      assertThat(why(environment(Map.of("ALL_PROXY", variable)), address))
          .endsWith(
              " (ALL_PROXY) refuses this user name and password; check name and password in"
                  + " ALL_PROXY")
          .doesNotContain("lovelace");
    }
  }

  @Test
  void aProxyThatCannotReachTheHostSaysSo() throws IOException {
    try (ScriptedProxy proxy = ScriptedProxy.answering("HTTP/1.1 502 Bad Gateway", "")) {
      assertThat(why(configured(proxy.address(), "", ""), SECURE))
          .isEqualTo(
              "the proxy %s (harvest.proxy) answered 502 to a connection to papers.invalid"
                  .formatted(proxy.address()));
    }
  }

  @ParameterizedTest
  @CsvSource({"http://papers.invalid/", "https://papers.invalid/"})
  void aMissingProxyIsNotTakenForAMissingHost(URI address) throws IOException {
    String closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = "127.0.0.1:" + socket.getLocalPort();
    }
    assertThat(why(configured(closed, "", ""), address))
        .isEqualTo("the proxy " + closed + " (harvest.proxy) does not take connections");
    assertThat(why(environment(Map.of("all_proxy", "nobody.invalid:3128")), address))
        .isEqualTo("there is no host nobody.invalid, which all_proxy names");
  }

  @Test
  void aVariableThatCannotBeUsedIsToldWithoutItsPassword() {
    for (String value : new String[] {"socks5://ada:lovelace@lab:1080", "https://a:lovelace@lab"}) {
      assertThat(why(environment(Map.of("https_proxy", value)), SECURE))
          .matches("https_proxy names a proxy by \\w+://, and only one by http:// can be used");
    }
    for (String value : new String[] {"http://a:lovelace @lab", "http://:3128", "lab:99999"}) {
      assertThat(why(environment(Map.of("https_proxy", value)), SECURE))
          .isEqualTo("https_proxy is no address of a proxy, such as http://proxy.example.org:3128");
    }
  }

  @Test
  void theSchemeOfTheAddressChoosesTheVariable() {
    String[] both = {"http_proxy", "one:1", "HTTPS_PROXY", "two:2"};
    assertThat(proxyOf("http://lab.example", both)).isEqualTo("http_proxy one:1");
    assertThat(proxyOf("https://lab.example", both)).isEqualTo("HTTPS_PROXY two:2");
    assertThat(proxyOf("https://lab.example", "http_proxy", "one:1")).isEqualTo("direct");
    assertThat(proxyOf("https://lab.example", "all_proxy", "one")).isEqualTo("all_proxy one:80");
    assertThat(proxyOf("http://lab.example", "http_proxy", "low:1", "HTTP_PROXY", "high:1"))
        .isEqualTo("http_proxy low:1");
    assertThat(proxyOf("http://lab.example", "http_proxy", " ")).isEqualTo("direct");
  }

  @Test
  void theConfigurationWinsAndNoProxyHoldsForIt() {
    Proxies proxies =
        Proxies.of(
            new HarvestConfiguration(90, false, "proxy.lab.example:3128", "", ""),
            Map.of("http_proxy", "other:1", "no_proxy", "intranet.example"));
    assertThat(proxies.proxyOf(PAPERS).orElseThrow().host()).isEqualTo("proxy.lab.example");
    assertThat(proxies.proxyOf(URI.create("http://wiki.intranet.example"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lab.example           | http://lab.example        | direct",
        "lab.example           | http://www.lab.example    | direct",
        ".lab.example          | http://lab.example        | direct",
        "*.lab.example         | http://www.Lab.example.   | direct",
        "lab.example           | http://mylab.example      | proxied",
        "example.org, lab.example other | http://lab.example | direct",
        "*                     | http://anything.example   | direct",
        "lab.example:8080      | http://lab.example:8080   | direct",
        "lab.example:8080      | http://lab.example        | proxied",
        "lab.example:80        | http://lab.example        | direct",
        "10.0.0.0/8            | http://10.1.2.3           | direct",
        "10.0.0.0/8            | http://11.1.2.3           | proxied",
        "192.0.2.7             | http://192.0.2.7:81       | direct",
        "192.0.2.7:80          | http://192.0.2.7:81       | proxied",
        "2001:db8::/32         | http://[2001:db8::1]/     | direct",
        "[2001:db8::1]:80      | http://[2001:db8::1]/     | direct",
        "[2001:db8::1]:81      | http://[2001:db8::1]/     | proxied",
        ".                     | http://lab.example        | proxied",
        "''                    | http://127.0.0.1:9000     | direct",
        "''                    | http://localhost          | direct",
        "''                    | http://[::1]:9000         | direct",
        "''                    | http://10.1.2.3           | proxied"
      })
  void hostsOfNoProxyAndThisMachineAreAskedDirectly(String list, String address, String expected) {
    assertThat(proxyOf(address, "http_proxy", "proxy:3128", "NO_PROXY", list))
        .isEqualTo(expected.equals("direct") ? "direct" : "http_proxy proxy:3128");
  }

  @Test
  void theGuardAgainstPrivateNetworksHoldsBehindAProxy() throws IOException {
    String location = "HTTP/1.1 302 Found\nLocation: ";
    try (ScriptedProxy inward = ScriptedProxy.answering(location + "http://10.0.0.1/", "");
        ScriptedProxy hidden =
            ScriptedProxy.answering(location + "https://inside.papers.invalid/", "")) {
      assertThat(why(configured(inward.address(), "", ""), PAPERS))
          .isEqualTo(
              "papers.invalid redirects to 10.0.0.1, which is in a private network; if that is"
                  + " right, set harvest.private_redirects");
      assertThat(inward.asked()).hasSize(1);

      HttpFetcher fetcher =
          new HttpFetcher(
              "papers@lab.example",
              FetchLimits.USUAL,
              new RedirectRules(
                  false,
                  host -> {
                    throw new UnknownHostException(host);
                  },
                  configured(hidden.address(), "", "")),
              new HostPauses(CLOCK, new Random(1)));
      assertThat(((FetchResult.Failure) fetcher.get(PAPERS)).why())
          .isEqualTo(
              "papers.invalid redirects to inside.papers.invalid, which only the proxy can look"
                  + " up, so it may be in a private network; if that is right, put the new address"
                  + " into the configuration");
      assertThat(hidden.asked()).hasSize(1);
    }
  }

  @Test
  void noMessageHoldsThePassword() {
    Proxy proxy = Proxy.of("https_proxy", "http://ada:lovelace@lab:1");
    assertThat(proxy.toString()).isEqualTo("the proxy lab:1 (https_proxy)");
    assertThat(new HarvestConfiguration(90, false, "lab:1", "ada", "lovelace").toString())
        .doesNotContain("lovelace");
    assertThatThrownBy(() -> Proxy.of("https_proxy", "ftp://ada:lovelace@lab"))
        .hasMessageNotContaining("lovelace");
  }
}
