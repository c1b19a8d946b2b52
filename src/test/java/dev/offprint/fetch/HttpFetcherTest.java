package dev.offprint.fetch;

import static dev.offprint.fetch.Fetchers.PATIENT;
import static dev.offprint.fetch.ScriptedWebServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a server and how often, and what is put up with from it. */
@Timeout(120)
class HttpFetcherTest {
  private static final String MODIFIED = "Tue, 03 Mar 2026 05:00:00 GMT";
  private static final int MEGABYTE = 1_000_000;

  private Instant now = Instant.parse("2026-03-04T06:00:00Z");

  private HttpFetcher fetcher(Duration firstByte, Duration whole) {
    FetchLimits limits = new FetchLimits(PATIENT, firstByte, whole, MEGABYTE);
    return Fetchers.fetcher("papers@lab.example", limits, () -> now);
  }

  private HttpFetcher fetcher() {
    return fetcher(PATIENT, PATIENT);
  }

  private static String why(FetchResult answer) {
    return switch (answer) {
      case FetchResult.Refused refused -> refused.why();
      case FetchResult.Unreachable unreachable -> unreachable.why();
      case FetchResult.Document body -> "a body";
      case FetchResult.NotModified same -> "not modified";
    };
  }

  private static @Nullable String header(ScriptedWebServer server, String name) {
    return server.asked().getLast().headers().getFirst(name);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "\"v1\"   | Tue, 03 Mar 2026 05:00:00 GMT | \"v1\"   | Tue, 03 Mar 2026 05:00:00 GMT",
        "W/\"v1\" | yesterday                     | W/\"v1\" | none",
        "v1       | Tue, 03 Mar 2026 05:00:00 GMT | none     | Tue, 03 Mar 2026 05:00:00 GMT",
        "v1       | yesterday                     | none     | none"
      })
  void theValidatorsOfWhatIsRememberedAreSentBack(
      String tag, String modified, @Nullable String match, @Nullable String since)
      throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.answering(200, "x", "ETag", tag, "Last-Modified", modified)) {
      HttpFetcher fetcher = fetcher();
      fetcher.remember(server.address(), (FetchResult.Document) fetcher.get(server.address()));
      fetcher.get(server.address());

      assertThat(header(server, "If-None-Match")).isEqualTo(match);
      assertThat(header(server, "If-Modified-Since")).isEqualTo(since);
    }
  }

  @Test
  void whatIsForgottenIsAskedForInFull() throws IOException {
    try (ScriptedWebServer server = conditional()) {
      HttpFetcher fetcher = fetcher();
      fetcher.remember(server.address(), (FetchResult.Document) fetcher.get(server.address()));
      assertThat(fetcher.get(server.address())).isInstanceOf(FetchResult.NotModified.class);
      fetcher.forget(server.address());
      assertThat(fetcher.get(server.address())).isInstanceOf(FetchResult.Document.class);
    }
  }

  @Test
  void aDocumentThatMovedIsStillAskedForConditionally() throws IOException {
    try (ScriptedWebServer server = conditional()) {
      URI old = server.address().resolve("/old");
      HttpFetcher fetcher = fetcher();
      fetcher.remember(old, (FetchResult.Document) fetcher.get(old));

      assertThat(fetcher.get(old)).isInstanceOf(FetchResult.NotModified.class);
    }
  }

  private static ScriptedWebServer conditional() throws IOException {
    return new ScriptedWebServer(
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/old")) {
            answer(exchange, 301, "", "Location", "/new");
          } else {
            boolean known = exchange.getRequestHeaders().containsKey("If-Modified-Since");
            answer(exchange, known ? 304 : 200, known ? "" : "x", "Last-Modified", MODIFIED);
          }
        });
  }

  @Test
  void aHostThatWantsToBeLeftAloneIsNotAskedBefore() throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.answering(503, "later", "Retry-After", "120")) {
      HttpFetcher fetcher = fetcher();
      assertThat(why(fetcher.get(server.address())))
          .isEqualTo("127.0.0.1 answered 503: it asks to be left alone for 120 s");
      assertThat(fetcher.askedToWaitUntil(server.address())).contains(now.plusSeconds(120));

      now = now.plusSeconds(119);
      assertThat(why(fetcher.get(server.address().resolve("/other"))))
          .isEqualTo("127.0.0.1 wants to be left alone until 06:02:00 UTC on 4 March");
      assertThat(server.asked()).hasSize(1);

      now = now.plusSeconds(1);
      fetcher.get(server.address());
      assertThat(server.asked()).hasSize(2);
    }
  }

  @Test
  void aHostThatFailedIsLeftAloneForLongerAndLonger() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(502, "")) {
      HttpFetcher fetcher = fetcher();
      fetcher.get(server.address());
      now = now.plusSeconds(61);
      fetcher.get(server.address());
      now = now.plusSeconds(61);
      assertThat(why(fetcher.get(server.address())))
          .startsWith("127.0.0.1 failed; left alone until");

      assertThat(server.asked()).hasSize(2);
    }
  }

  @Test
  void anErrorForOneDocumentLeavesTheOthersAlone() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange ->
                answer(
                    exchange, exchange.getRequestURI().getPath().equals("/a") ? 500 : 200, "x"))) {
      HttpFetcher fetcher = fetcher();
      fetcher.get(server.address().resolve("/a"));

      assertThat(why(fetcher.get(server.address().resolve("/a")))).contains("left alone until");
      assertThat(why(fetcher.get(server.address().resolve("/b")))).isEqualTo("a body");
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpAfterTheFirstLimit() throws IOException {
    try (ScriptedWebServer server = new ScriptedWebServer(exchange -> hang())) {
      assertThat(why(fetcher(Duration.ofMillis(300), PATIENT).get(server.address())))
          .isEqualTo("127.0.0.1 did not answer within 0.3 s");
    }
  }

  @Test
  void aServerThatSendsByteAfterByteIsGivenUpAfterTheWholeLimit() throws IOException {
    try (ScriptedWebServer server = new ScriptedWebServer(HttpFetcherTest::trickle)) {
      assertThat(why(fetcher(PATIENT, Duration.ofMillis(500)).get(server.address())))
          .isEqualTo("127.0.0.1 did not answer in full within 0.5 s");
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void trickle(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      do {
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
      } while (!new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 200 * MEGABYTE})
  void anAnswerOf200MegabytesIsHungUpOnWhetherOrNotItSaysItsLength(long declared)
      throws IOException {
    AtomicLong written = new AtomicLong();
    HttpHandler large =
        exchange -> {
          exchange.sendResponseHeaders(200, declared);
          OutputStream body = exchange.getResponseBody();
          for (int i = 0; i < 200; i++) {
            body.write(new byte[MEGABYTE]);
            written.addAndGet(MEGABYTE);
          }
        };
    try (ScriptedWebServer server = new ScriptedWebServer(large)) {
      assertThat(why(fetcher().get(server.address())))
          .endsWith(": it is larger than 1 MB, unpacked");
    }
    // What the buffers of both sides hold may have been written before the server noticed.
    assertThat(written.get()).isLessThan(100L * MEGABYTE);
  }

  @Test
  void aGzipBombOf200MegabytesIsUnpackedNoFurtherThanTheLimit() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream bomb = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 200; i++) {
        bomb.write(new byte[MEGABYTE]);
      }
    }
    assertThat(packed.size()).isLessThan(MEGABYTE);
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> answer(exchange, 200, packed.toByteArray(), "Content-Encoding", "gzip"))) {
      assertThat(why(fetcher().get(server.address())))
          .isEqualTo("the answer of 127.0.0.1: it is larger than 1 MB, unpacked");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://lab.example/papers", "http://my_lab/papers", "mailto:a@lab.example"})
  void anAddressThatCannotBeAskedIsSaidToBeNone(String address) {
    assertThat(why(fetcher().get(URI.create(address))))
        .isEqualTo("that is no address that can be asked: " + address);
  }

  @Test
  void aRedirectFromAPublicHostIntoAPrivateNetworkIsNotFollowed() throws IOException {
    try (ScriptedWebServer inside = ScriptedWebServer.answering(200, "secret");
        ScriptedWebServer server =
            ScriptedWebServer.answering(
                302,
                "",
                "Location",
                inside.address().toString().replace("127.0.0.1", "localhost"))) {
      // The server stands for one that is out in the world.
      RedirectRules rules =
          new RedirectRules(
              false,
              host ->
                  InetAddress.getAllByName(host.equals("127.0.0.1") ? "192.0.2.1" : "127.0.0.1"),
              Proxies.none());
      HttpFetcher fetcher =
          new HttpFetcher(
              "papers@lab.example",
              FetchLimits.USUAL,
              rules,
              new HostPauses(() -> now, new Random(1)));

      assertThat(why(fetcher.get(server.address())))
          .isEqualTo(
              "127.0.0.1 redirects to localhost, which is in a private network; if that is right,"
                  + " set harvest.private_redirects");
      assertThat(inside.asked()).isEmpty();
    }
  }
}
