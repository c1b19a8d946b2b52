package dev.offprint.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SlowClientsTest {
  private static final String ASK = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private byte[] page = {'o', 'k'};

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.write(true, java.nio.ByteBuffer.wrap(page), callback);
            return true;
          }
        });
    server.addBean(new SlowClients(server, Duration.ofMillis(400)));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
  }

  /** Sends a byte again and again until the other end has had enough. */
  private static boolean dribble(Socket socket, String beginning) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(beginning.getBytes(StandardCharsets.US_ASCII));
    socket.setSoTimeout(20);
    while (true) {
      try {
        out.write('a');
        if (socket.getInputStream().read() < 0) {
          return true;
        }
      } catch (java.net.SocketTimeoutException e) {
        // Nothing was answered yet: a byte more.
      } catch (SocketException e) {
        return true;
      }
    }
  }

  @Test
  void aHeaderThatIsDrawnOutIsCutOff() throws IOException {
    try (Socket socket = connect()) {
      assertThat(dribble(socket, "GET / HTTP/1.1\r\nHost: x\r\nX: ")).isTrue();
    }
  }

  @Test
  void aConnectionThatAsksNothingIsCutOff() throws IOException {
    try (Socket socket = connect()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void whoAsksAndAsksMayStay() throws IOException {
    try (Socket socket = connect()) {
      long end = System.nanoTime() + Duration.ofMillis(1_200).toNanos();
      int answers = 0;
      while (System.nanoTime() < end) {
        socket.getOutputStream().write(ASK.getBytes(StandardCharsets.US_ASCII));
        String answer =
            new String(socket.getInputStream().readNBytes(17), StandardCharsets.US_ASCII);
        assertThat(answer).isEqualTo("HTTP/1.1 200 OK\r\n");
        byte[] rest = new byte[1_000];
        assertThat(socket.getInputStream().read(rest)).isPositive();
        answers++;
      }
      assertThat(answers).isGreaterThan(3);
    }
  }

  @Test
  void anAnswerThatNobodyReadsIsCutOff() throws IOException {
    page = new byte[50_000_000];
    try (Socket socket = connect()) {
      socket.getOutputStream().write(ASK.getBytes(StandardCharsets.US_ASCII));
      int open = 1;
      while (open > 0) {
        open = connector.getConnectedEndPoints().size();
        Thread.onSpinWait();
      }
      assertThat(open).isZero();
    }
  }
}
