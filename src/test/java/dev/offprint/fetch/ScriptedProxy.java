package dev.offprint.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on this machine, which answers every request itself: with a page, or as a test tells it.
 * It keeps what it was asked, each request as its lines.
 */
final class ScriptedProxy implements AutoCloseable {
  private final ServerSocket server;
  private final String answer;
  private final List<List<String>> asked = new CopyOnWriteArrayList<>();

  private ScriptedProxy(String answer) throws IOException {
    this.answer = answer;
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /**
   * Answers so.
   *
   * @param head the status line and headers, with a line feed between them
   */
  static ScriptedProxy answering(String head, String body) throws IOException {
    return new ScriptedProxy(
        (head + "\nContent-Length: " + body.length() + "\n\n").replace("\n", "\r\n") + body);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (SocketException e) {
      // Closed.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> request = new ArrayList<>();
        for (; line != null && !line.isEmpty(); line = lines.readLine()) {
          request.add(line);
        }
        asked.add(request);
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // The client has what it wants.
    }
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Each request as its lines. */
  List<List<String>> asked() {
    return asked;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
