package dev.offprint.smtp;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
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

  /**
   * None is open yet.
   *
   * @param limit how long the relay may take to accept what is written
   */
  RelaySockets(SSLSocketFactory tls, Duration limit) {
    this.tls = new PromptTlsSocketFactory(tls, this::use);
    this.limit = limit;
  }

  private void use(Socket below, Socket above) {
    carrier = below;
    spoken = above;
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

  /** Writes commands, for which there is room: what was written before them was answered. */
  void command(WireOctets octets) throws IOException {
    octets.writeTo(Objects.requireNonNull(spoken).getOutputStream());
  }

  /**
   * Writes what may be more than the relay takes at once.
   *
   * @throws IOException also when the relay did not take it in time; the connection is closed then
   */
  void content(WireOctets octets) throws IOException {
    Socket below = Objects.requireNonNull(carrier);
    Future<?> deadline =
        ForkJoinPool.commonPool()
            .schedule(() -> close(below), limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      command(octets);
    } catch (IOException e) {
      if (deadline.isDone()) {
        throw new SocketTimeoutException("the relay takes nothing more");
      }
      throw e;
    } finally {
      deadline.cancel(false);
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
