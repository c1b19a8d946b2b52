package dev.offprint.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks the pages as a reader's program does, follows no redirect, and waits for some seconds. */
public final class WebAsker {
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** What came of it. */
  sealed interface Outcome {}

  /** An answer, whatever it is. */
  record Answered(HttpResponse<String> answer) implements Outcome {}

  /** None; why, in a few words. */
  record Unreached(String why) implements Outcome {}

  Outcome get(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  /** Sends a form. */
  Outcome post(URI address, String form) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private Outcome send(HttpRequest.Builder request) {
    try {
      return new Answered(
          client.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Unreached(why(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unreached("it was interrupted");
    }
  }

  private static String why(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String known =
          switch (cause) {
            case UnresolvedAddressException unknown -> "there is no such host";
            case HttpTimeoutException late -> "no answer within " + LIMIT.toSeconds() + " seconds";
            case SSLException tls -> "TLS failed: " + tls.getMessage();
            default -> null;
          };
      if (known != null) {
        return known;
      }
    }
    return failure instanceof ConnectException
        ? "nothing takes connections there"
        : "the connection broke off" + detail(failure.getMessage());
  }

  private static String detail(@Nullable String message) {
    return message == null ? "" : " (" + message + ")";
  }
}
