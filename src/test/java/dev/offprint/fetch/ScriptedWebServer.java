package dev.offprint.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that answers as a test tells it, and remembers what was asked. */
public final class ScriptedWebServer implements AutoCloseable {
  /** One request. */
  public record Asked(URI address, Headers headers) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  public ScriptedWebServer(HttpHandler answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.add(new Asked(exchange.getRequestURI(), exchange.getRequestHeaders()));
          answer.handle(exchange);
          exchange.close();
        });
    server.start();
  }

  /** Answers everything alike. */
  public static ScriptedWebServer answering(int status, String body, String... headers)
      throws IOException {
    return new ScriptedWebServer(exchange -> answer(exchange, status, body, headers));
  }

  public static void answer(HttpExchange exchange, int status, String body, String... headers)
      throws IOException {
    answer(exchange, status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public static void answer(HttpExchange exchange, int status, byte[] body, String... headers)
      throws IOException {
    for (int i = 0; i < headers.length; i += 2) {
      exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
