package dev.offprint.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.offprint.messages.Messages;
import dev.offprint.templates.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The demo's mail server, and pages that show what it received. */
final class DemoInbox implements AutoCloseable {
  // A mail styles itself inline; nothing else may happen in its frame.
  private static final String FRAME_POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src"
          + " 'unsafe-inline'";
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'";

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Path templatesFolder;
  private final Templates templates;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer pages;

  /** Opens the mail server; the pages come with {@link #start}. */
  DemoInbox(Path templatesFolder) {
    this.templatesFolder = templatesFolder;
    this.templates = new Templates(templatesFolder);
    mail.start();
    try {
      pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int smtpPort() {
    return mail.getSmtp().getPort();
  }

  String address() {
    return "http://localhost:" + pages.getAddress().getPort() + "/";
  }

  /**
   * Opens the pages.
   *
   * @param sendNow sends today's edition to those who have none yet
   */
  void start(Runnable sendNow) {
    pages.setExecutor(workers);
    pages.createContext("/", this::showInbox);
    pages.createContext("/frame/", this::showFrame);
    pages.createContext("/inbox.css", this::showStyle);
    pages.createContext(
        "/send",
        exchange -> {
          if (exchange.getRequestMethod().equals("POST")) {
            sendNow.run();
          }
          exchange.getResponseHeaders().set("Location", "/");
          exchange.sendResponseHeaders(303, -1);
          exchange.close();
        });
    pages.start();
  }

  private List<ReceivedMail> received() {
    return ReceivedMail.newestFirst(mail.getReceivedMessages());
  }

  /**
   * {@code /} shows the newest mail that has HTML, {@code /N/html}, {@code /N/text} and {@code
   * /N/source} that one.
   */
  private void showInbox(HttpExchange exchange) throws IOException {
    List<ReceivedMail> mails = received();
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    String view = path.length > 2 ? path[2] : "html";
    ReceivedMail shown =
        mails.stream()
            .filter(
                mail -> path[1].isEmpty() ? !mail.html().isEmpty() : mail.number().equals(path[1]))
            .findFirst()
            .orElse(null);
    if (!List.of("html", "text", "source").contains(view)
        || (shown == null && !path[1].isEmpty())) {
      answer(exchange, 404, "text/plain; charset=utf-8", PAGE_POLICY, "There is no such mail.\n");
      return;
    }
    Map<String, Object> values = new java.util.HashMap<>(Map.of("mails", mails, "view", view));
    if (shown != null) {
      values.put("shown", shown);
    }
    answer(
        exchange,
        200,
        "text/html; charset=utf-8",
        PAGE_POLICY,
        templates.render("demo/inbox.html", Messages.english(), values));
  }

  private void showFrame(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    ReceivedMail shown =
        received().stream()
            .filter(mail -> path.length == 4 && mail.number().equals(path[2]))
            .findFirst()
            .orElse(null);
    if (shown == null) {
      answer(exchange, 404, "text/plain; charset=utf-8", FRAME_POLICY, "There is no such mail.\n");
    } else if (path[3].equals("html") && !shown.html().isEmpty()) {
      answer(
          exchange, 200, "text/html; charset=utf-8", FRAME_POLICY, withLinksOutside(shown.html()));
    } else {
      String text = path[3].equals("source") ? shown.source() : shown.text();
      answer(exchange, 200, "text/plain; charset=utf-8", FRAME_POLICY, text);
    }
  }

  /**
   * A mail program opens links in the browser; in the frame they would open in the frame, which the
   * pages forbid.
   */
  private static String withLinksOutside(String html) {
    return html.replaceFirst("(?i)<head>", "<head><base target=\"_blank\">");
  }

  private void showStyle(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        "text/css; charset=utf-8",
        PAGE_POLICY,
        Files.readString(templatesFolder.resolve("demo/inbox.css")));
  }

  private static void answer(
      HttpExchange exchange, int status, String type, String policy, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Writes every mail as it was received, as {@code 01-ada@demo.example.eml} and so on. */
  void writeTo(Path folder) {
    try {
      Files.createDirectories(folder);
      for (ReceivedMail each : received()) {
        Files.writeString(
            folder.resolve(
                String.format(
                    Locale.ROOT, "%02d-%s.eml", Integer.parseInt(each.number()), each.to())),
            each.source(),
            StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw dev.offprint.cli.console.CommandFailure.failed(
          "the mails cannot be written to " + folder + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    pages.stop(0);
    workers.close();
    mail.stop();
  }
}
