package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.digests.Octets;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelaySocketsTest {
  private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

  private ServerSocket server;

  @BeforeEach
  void listen() throws Exception {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Socket connected(RelaySockets sockets) throws Exception {
    Socket socket = sockets.plain().createSocket();
    socket.connect(server.getLocalSocketAddress());
    return socket;
  }

  @Test
  void commandsArriveTogether() throws Exception {
    RelaySockets sockets = new RelaySockets(TLS, Duration.ofMinutes(1));
    try (Socket client = connected(sockets);
        Socket relay = server.accept()) {
      sockets.write(new WireOctets().command("MAIL FROM:<a@b.example>").command("DATA"));

      byte[] read = new byte[200];
      int count = relay.getInputStream().read(read);
      assertThat(new String(read, 0, count, StandardCharsets.US_ASCII))
          .isEqualTo("MAIL FROM:<a@b.example>\r\nDATA\r\n");
      assertThat(client.isClosed()).isFalse();
    }
  }

  @Test
  void aRelayThatTakesNothingMoreIsNotWaitedForLongerThanTheLimit() throws Exception {
    RelaySockets sockets = new RelaySockets(TLS, Duration.ofMillis(100));
    WireOctets octets = new WireOctets();
    octets.content(Octets.of(new byte[40_000_000]));
    try (Socket client = connected(sockets);
        Socket relay = server.accept()) {
      assertThatThrownBy(() -> sockets.write(octets)).isInstanceOf(SocketTimeoutException.class);

      assertThat(client.isClosed()).isTrue();
      assertThat(relay.isClosed()).isFalse();
    }
  }
}
