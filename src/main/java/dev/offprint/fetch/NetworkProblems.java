package dev.offprint.fetch;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one line why no answer came. */
public final class NetworkProblems {
  /** As Java words it; nothing but the words tells this failure from others. */
  private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

  private NetworkProblems() {}

  /**
   * The failure in words.
   *
   * @param address that was asked
   * @param proxies which may have been on the way
   */
  public static FetchResult.Failure explain(
      URI address, @Nullable Throwable failure, Proxies proxies) {
    Optional<Proxy> proxy = proxies.proxyOf(address);
    return proxy.isPresent() ? behind(proxy.get(), address, failure) : explain(address, failure);
  }

  /** Name, connection and time-out are the proxy's, which is asked instead. */
  private static FetchResult.Failure behind(Proxy proxy, URI address, @Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return new FetchResult.Unreachable(
            "there is no host " + proxy.host() + ", which " + proxy.key() + " names");
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpConnectTimeoutException) {
        return new FetchResult.Unreachable(
            proxy.inWords() + " did not take the connection in time");
      } else if (cause instanceof ConnectException) {
        return new FetchResult.Unreachable(proxy.inWords() + " does not take connections");
      }
      Matcher refused = TUNNEL.matcher(String.valueOf(cause.getMessage()));
      if (refused.matches()) {
        return refused(proxy, address, Integer.parseInt(refused.group(1)));
      }
    }
    return explain(address, failure);
  }

  private static FetchResult.Failure refused(Proxy proxy, URI address, int status) {
    String why =
        proxy.inWords() + " answered " + status + " to a connection to " + address.getHost();
    return status < 500
        ? new FetchResult.Refused(why + "; ask whoever runs it to let it pass")
        : new FetchResult.Unreachable(why);
  }

  /** A status of 407, which only a proxy answers with (RFC 9110, section 15.5.8). */
  static FetchResult.Failure wantsLogin(Optional<Proxy> proxy) {
    if (proxy.isEmpty()) {
      return new FetchResult.Refused("a proxy wants a user name and a password");
    }
    boolean configured = proxy.get().key().contains(".");
    String remedy =
        configured
            ? "harvest.proxy_username and harvest.proxy_password"
            : "name and password in " + proxy.get().key();
    return new FetchResult.Refused(
        proxy.get().inWords()
            + (proxy.get().credentials().isEmpty()
                ? " wants a user name and a password; give " + remedy
                : " refuses this user name and password; check " + remedy));
  }

  private static FetchResult.Failure explain(URI address, @Nullable Throwable failure) {
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
