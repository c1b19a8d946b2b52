package dev.offprint.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What looks at pages sees what is wrong with one. */
@ExtendWith(Chromium.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ChecksTest {
  private static final String START =
      """
      <!DOCTYPE html>
      <html lang="en"><meta name="viewport" content="width=device-width"><title>A page</title>
      <main><h1>A page</h1>
      """;

  @Test
  void aPlainPageIsFine(Browser browser) throws IOException {
    try (Site site = new Site(START + "<p>Good day. <a href=\"/\">Again</a></p></main></html>");
        Visitor visitor = new Visitor(browser, false)) {
      visitor.open(site.address());
      visitor.visit("plain");
      assertThat(visitor.text()).contains("Good day");
    }
  }

  @Test
  void axeSeesWhatSomeCannotUse(Browser browser) {
    assertThat(problems(browser, "<img src=\"data:,\"><input>", Accessibility::ofPage))
        .anyMatch(problem -> problem.startsWith("image-alt: "))
        .anyMatch(problem -> problem.startsWith("label: "));
    String faint = "<p style=\"color:#ccc;background:#fff\">Hardly there</p>";
    assertThat(problems(browser, faint, Accessibility::ofPage))
        .singleElement()
        .asString()
        .contains("color-contrast", "p");
    String close =
        "<a href=\"#a\" style=\"display:block;width:9px;height:9px;overflow:hidden\">1</a>";
    assertThat(problems(browser, close + close, Accessibility::ofPage))
        .anyMatch(problem -> problem.startsWith("target-size: "));
  }

  @Test
  void aPageHasOneTitle(Browser browser) {
    assertThat(problems(browser, "<h1>Another</h1>", Accessibility::ofPage))
        .containsExactly("it has 2 headings of the first level, and should have one");
  }

  @Test
  void axeWantsNoLandmarksOfAMail(Browser browser) {
    assertThat(problems(browser, "</main><p>Outside</p>", Accessibility::ofPage)).isNotEmpty();
    assertThat(problems(browser, "</main><p>Outside</p>", Accessibility::ofMail)).isEmpty();
  }

  @Test
  void whatIsTooWideIsNamed(Browser browser) {
    assertThat(problems(browser, "<p id=\"wide\" style=\"width:500px\">Wide</p>", Reflow::problems))
        .singleElement()
        .asString()
        .contains("in a window of 320 px", "id=\"wide\"");
  }

  @Test
  void theKeyboardHasToReachEverythingInOrderAndVisibly(Browser browser) {
    String three = "<input id=a> <a href=\"#\" id=b>b</a> <input type=time id=c>";
    assertThat(problems(browser, three, Keyboard::problems)).isEmpty();
    assertThat(problems(browser, three + "<button tabindex=1>d</button>", Keyboard::problems))
        .singleElement()
        .asString()
        .contains("Tab should reach <input id=\"a\">, but <button");
    assertThat(problems(browser, three + "<button tabindex=-1>d</button>", Keyboard::problems))
        .singleElement()
        .asString()
        .contains("Tab should reach <button tabindex=\"-1\">");
    assertThat(problems(browser, three + "<style>a{outline:0}</style>", Keyboard::problems))
        .singleElement()
        .asString()
        .contains("nothing shows that the focus is on <a");
  }

  @Test
  void theMarkupIsChecked() {
    assertThat(Markup.ofPage(START + "</main></html>")).isEmpty();
    assertThat(Markup.ofPage(START + "<p id=a><p id=a></main></html>"))
        .anyMatch(problem -> problem.startsWith("line 4: Duplicate ID"));
    assertThat(Markup.ofStyleSheet("p { color: var(--ink) }\n")).isEmpty();
    assertThat(Markup.ofStyleSheet("p { color: red }\np { colour: red }\n"))
        .singleElement()
        .asString()
        .startsWith("line 2: ");
  }

  @Test
  void whatAWindowAsksForAndItsConsoleAreWatched(Browser browser) throws IOException {
    assertThat(watched(browser, "<img alt=\"\" src=\"http://elsewhere.example/dot.png\">"))
        .contains("it asks another machine: http://elsewhere.example/dot.png");
    assertThat(watched(browser, "<style>p { color: red }</style>"))
        .contains("Content Security Policy");
    assertThat(watched(browser, "<script>let 1;</script>")).contains("Content Security Policy");
  }

  private static String watched(Browser browser, String body) throws IOException {
    try (Site site = new Site(START + body + "</main></html>")) {
      Visitor visitor = new Visitor(browser, true);
      visitor.open(site.address());
      StringBuilder said = new StringBuilder();
      assertThatThrownBy(visitor::close)
          .isInstanceOf(AssertionError.class)
          .satisfies(error -> said.append(error.getMessage()));
      return said.toString();
    }
  }

  private static List<String> problems(
      Browser browser, String body, Function<Page, List<String>> check) {
    try (Page page = browser.newPage()) {
      page.setContent(START + body);
      return check.apply(page);
    }
  }

  /** One page under the policy that the product's pages have for scripts and styles. */
  private record Site(HttpServer server) implements AutoCloseable {
    Site(String html) throws IOException {
      this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      server.createContext("/", exchange -> answer(exchange, html));
      server.start();
    }

    private static void answer(HttpExchange exchange, String html) throws IOException {
      byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange
          .getResponseHeaders()
          .set("Content-Security-Policy", "default-src 'none'; img-src *; style-src 'self'");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
