package dev.offprint.smtp;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one session: Angus makes them by these factories and speaks over them, and what is
 * long or often said is written past it in one piece. Angus writes each command and each line by
 * itself; a relay then answers in pieces, the later of which wait up to 40 ms for the
 * acknowledgement of the first (RFC 1122, section 4.2.3.2).
 */
final class RelaySockets {
  private final PromptSocketFactory plain = new PromptSocketFactory(made -> use(made, made));
  private final PromptTlsSocketFactory tls;
  private final Duration limit;
  // Of the connection that was made last: what it runs over, and what is spoken over.
  private volatile @Nullable Socket carrier;
  private volatile @Nullable Socket spoken;
  // A timer for each write would cost more than the write.
  private volatile boolean writing;
  private volatile long since;

  /**
   * None is open yet.
   *
   * @param limit how long the relay may take to accept what is written, to a quarter more
   */
  RelaySockets(SSLSocketFactory tls, Duration limit) {
    this.tls = new PromptTlsSocketFactory(tls, this::use);
    this.limit = limit;
  }

  private void use(Socket below, Socket above) {
    if (!below.equals(carrier)) {
      watch(below);
    }
    carrier = below;
    spoken = above;
  }

  /** Looks now and then, for as long as it is open, whether a write takes too long. */
  private void watch(Socket below) {
    CompletableFuture.delayedExecutor(Math.max(1, limit.toMillis() / 4), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (below.isClosed()) {
                return;
              }
              if (writing && System.nanoTime() - since > limit.toNanos()) {
                close(below);
              } else {
                watch(below);
              }
            });
  }

  SocketFactory plain() {
    return plain;
  }

  SSLSocketFactory tls() {
    return tls;
  }

  /** What the relay showed; empty on a connection without TLS. */
  Optional<RelayCertificate> certificate() {
    return spoken instanceof SSLSocket secured
        ? RelayCertificate.of(secured.getSession())
        : Optional.empty();
  }

  /**
   * Writes to the relay.
   *
   * @throws IOException also when the relay did not take it in time; the connection is closed then
   */
  void write(WireOctets octets) throws IOException {
    since = System.nanoTime();
    writing = true;
    try {
      octets.writeTo(Objects.requireNonNull(spoken).getOutputStream());
    } catch (IOException e) {
      if (System.nanoTime() - since > limit.toNanos()) {
        throw new SocketTimeoutException("the relay takes nothing more");
      }
      throw e;
    } finally {
      writing = false;
    }
  }

  /** Ends a write that waits, which closing what is above it would wait for. */
  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }
}
