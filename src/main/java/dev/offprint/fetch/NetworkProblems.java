package dev.offprint.fetch;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one line why no answer came. */
public final class NetworkProblems {
  private NetworkProblems() {}

  /**
   * The failure in words.
   *
   * @param address that was asked
   */
  public static FetchResult.Failure explain(URI address, @Nullable Throwable failure) {
    String host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    boolean unresolved = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      unresolved |=
          cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException;
    }
    if (unresolved) {
      return new FetchResult.Unreachable("there is no host " + address.getHost());
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case TooLarge tooLarge -> {
          return new FetchResult.Refused("the answer of " + host + ": " + tooLarge.getMessage());
        }
        case HttpConnectTimeoutException timeout -> {
          return new FetchResult.Unreachable(host + " did not take the connection in time");
        }
        case ConnectException refused -> {
          return new FetchResult.Unreachable(host + " does not take connections");
        }
        case SSLException tls -> {
          return new FetchResult.Unreachable("TLS with " + host + " failed: " + tls.getMessage());
        }
        default -> {
          // The cause below it may say more.
        }
      }
    }
    return new FetchResult.Unreachable("the connection to " + host + " broke off");
  }
}
