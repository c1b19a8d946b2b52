package dev.offprint.bounces;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Puts TLS with a certificate of the test's own before a server that has none. */
final class TlsFront implements AutoCloseable {
  private final ServerSocket server;
  private final int behind;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  TlsFront(SSLContext presented, int behind) throws IOException {
    this.behind = behind;
    server =
        presented
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return server.getLocalPort();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), behind);
        sockets.addAll(List.of(client, plain));
        Thread.ofVirtual().start(() -> pass(client, plain));
        Thread.ofVirtual().start(() -> pass(plain, client));
      } catch (IOException e) {
        // Closed, or the client has gone.
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] octets = new byte[8_192];
      for (int read = in.read(octets); read > 0; read = in.read(octets)) {
        out.write(octets, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // One of them has gone, and so does the other.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
