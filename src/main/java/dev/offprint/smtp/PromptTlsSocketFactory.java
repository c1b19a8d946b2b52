package dev.offprint.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS on sockets with TCP_NODELAY; see {@link PromptSocketFactory}. */
final class PromptTlsSocketFactory extends SSLSocketFactory {
  private final SSLSocketFactory tls;
  private final BiConsumer<Socket, Socket> user;

  /**
   * Makes none yet.
   *
   * @param user is given each socket that TLS was put on, and what came of it
   */
  PromptTlsSocketFactory(SSLSocketFactory tls, BiConsumer<Socket, Socket> user) {
    this.tls = tls;
    this.user = user;
  }

  /** The one method that Angus calls, both for TLS from the first byte and for STARTTLS. */
  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    socket.setTcpNoDelay(true);
    Socket made = tls.createSocket(socket, host, port, autoClose);
    user.accept(socket, made);
    return made;
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
