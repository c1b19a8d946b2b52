package dev.offprint.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Puts TLS on sockets with TCP_NODELAY; see {@link PromptSocketFactory}. */
final class PromptTlsSocketFactory extends SSLSocketFactory {
  private final SSLSocketFactory tls;
  private volatile @Nullable SSLSocket last;

  PromptTlsSocketFactory(SSLSocketFactory tls) {
    this.tls = tls;
  }

  /** The one method that Angus calls, both for TLS from the first byte and for STARTTLS. */
  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    socket.setTcpNoDelay(true);
    Socket made = tls.createSocket(socket, host, port, autoClose);
    last = made instanceof SSLSocket secured ? secured : null;
    return made;
  }

  /** What the relay showed on the connection that was made last; empty before there is one. */
  Optional<RelayCertificate> certificate() {
    SSLSocket made = last;
    return made == null ? Optional.empty() : RelayCertificate.of(made.getSession());
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return tls.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return tls.createSocket(host, port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return tls.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return tls.createSocket(host, port, local, localPort);
  }
}
