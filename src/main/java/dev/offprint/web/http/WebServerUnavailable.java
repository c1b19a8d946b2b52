package dev.offprint.web.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Locale;

/** The pages cannot be served; the message is one line that says what to do. */
public final class WebServerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WebServerUnavailable(String keys, String bind, int port, Exception cause) {
    super(
        String.format(
            Locale.ROOT,
            "cannot listen on %s:%d: %s. Choose another with %s.",
            bind,
            port,
            isHere(bind)
                ? "it is taken, or this user may not open it"
                : "this machine has no such address",
            keys),
        cause);
  }

  private static boolean isHere(String bind) {
    try {
      InetAddress address = InetAddress.getByName(bind);
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException e) {
      return false;
    }
  }

  public WebServerUnavailable(Path file, Exception cause) {
    super(
        "cannot read " + file + "; copy it from the templates of the Offprint distribution", cause);
  }
}
