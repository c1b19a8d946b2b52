package dev.offprint.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The HTTP server that comes with Java, giving one reply of another server over and over, byte for
 * byte and with the same headers. It looks at nothing in the request.
 */
final class BenchPlainServer implements AutoCloseable {
  // It writes these itself.
  private static final Set<String> ITS_OWN = Set.of("content-length", "transfer-encoding", "date");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private BenchPlainServer(HttpResponse<byte[]> reply) {
    // Else each reply waits for 40 ms, as its header and its body are sent one after the other.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, reply));
    server.start();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> reply) throws IOException {
    reply
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    exchange.sendResponseHeaders(reply.statusCode(), reply.body().length);
    // Closing the whole exchange would close the connection too.
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(reply.body());
    }
  }

  /** Serves what another server on this machine gives a browser for its front page. */
  static BenchPlainServer ofFrontPage(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Accept-Encoding", "gzip")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new BenchPlainServer(client.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
