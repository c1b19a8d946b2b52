package dev.offprint.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Gives out tokens on this machine, and remembers who asked for them. */
public final class TokenServer implements AutoCloseable {
  /** The forms that were posted, as they came. */
  public final List<String> forms = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final @Nullable SSLContext tls;
  private volatile int status = 200;
  private volatile String body = "";

  public TokenServer(@Nullable SSLContext tls) throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.tls = tls;
    if (tls == null) {
      server = HttpServer.create(here, 0);
    } else {
      HttpsServer secure = HttpsServer.create(here, 0);
      secure.setHttpsConfigurator(new HttpsConfigurator(tls));
      server = secure;
    }
    server.setExecutor(threads);
    server.createContext("/token", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    forms.add(
        exchange.getRequestMethod()
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] octets = body.replace("NUMBER", "" + forms.size()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
    exchange.getResponseBody().write(octets);
    exchange.close();
  }

  /** Answers so from now on; NUMBER in the body becomes that of the request. */
  public TokenServer answers(int newStatus, String newBody) {
    status = newStatus;
    body = newBody.replace('\'', '"');
    return this;
  }

  public String address() {
    return (tls == null ? "http" : "https")
        + "://127.0.0.1:"
        + server.getAddress().getPort()
        + "/token";
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
