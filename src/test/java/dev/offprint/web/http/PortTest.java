package dev.offprint.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.Javalin;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A port that cannot be opened is told once, with what to do. */
class PortTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.javalin");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  private void assertLoggedNothing() {
    assertThat(lines.list.stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN)))
        .isEmpty();
    assertThat(JavalinLogger.enabled).isTrue();
  }

  @Test
  void onePortThatIsTakenSaysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> Port.open(Javalin.create(), "server.port", "127.0.0.1", port))
          .isInstanceOf(WebServerUnavailable.class)
          .hasMessage(
              "cannot listen on 127.0.0.1:%d: it is taken, or this user may not open it. Choose"
                  + " another with server.port.",
              port);
    }
    assertLoggedNothing();
  }

  @Test
  void anAddressOfAnotherMachineIsNamedAsOne() {
    for (String bind : new String[] {"192.0.2.1", "2001:db8::1"}) {
      assertThatThrownBy(() -> Port.open(Javalin.create(), "server.bind", bind, 0))
          .isInstanceOf(WebServerUnavailable.class)
          .hasMessageContaining("this machine has no such address. Choose another with server.bind")
          .hasMessageNotContaining("\n");
    }
    assertLoggedNothing();
  }
}
