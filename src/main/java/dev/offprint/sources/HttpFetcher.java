package dev.offprint.sources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gets documents over HTTP from servers that are not trusted: with limits on time and size,
 * conditional requests, and the operator's contact in the User-Agent.
 */
final class HttpFetcher {
  private final HttpClient client;
  private final String userAgent;
  private final Limits limits;
  private final RetryAdvice retryAdvice;
  private final Map<URI, String> entityTags = new ConcurrentHashMap<>();

  /**
   * How much is put up with.
   *
   * @param connect for the connection
   * @param whole for the answer, from the request to its last byte
   * @param mostBytes of the answer, unpacked
   */
  record Limits(Duration connect, Duration whole, long mostBytes) {
    static final Limits USUAL =
        new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), 64_000_000);
  }

  /** What came back. */
  sealed interface Answer {
    /** A document, unpacked. */
    final class Body implements Answer {
      private final byte[] bytes;
      private final @Nullable String entityTag;

      Body(byte[] bytes, @Nullable String entityTag) {
        this.bytes = bytes;
        this.entityTag = entityTag;
      }

      /** For a format that says its encoding itself. */
      byte[] bytes() {
        return bytes;
      }

      /** As UTF-8. */
      String text() {
        return new String(bytes, StandardCharsets.UTF_8);
      }

      @Nullable String entityTag() {
        return entityTag;
      }

      boolean looksLikeHtml() {
        return text().stripLeading().startsWith("<");
      }
    }

    /** The document that was remembered is still the current one. */
    record NotModified() implements Answer {}

    /** Nothing usable for now; worth trying again. */
    record Unreachable(String why) implements Answer {}

    /** The server answers and will not give it. */
    record Refused(String why) implements Answer {}
  }

  HttpFetcher(String contact, Limits limits, InstantSource clock) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    String version = HttpFetcher.class.getPackage().getImplementationVersion();
    this.userAgent =
        "Offprint/" + (version == null ? "development" : version) + " (" + address(contact) + ")";
    this.limits = limits;
    this.retryAdvice = new RetryAdvice(clock);
  }

  /** The address part of a mailbox, without what a header must not hold. */
  private static String address(String contact) {
    return contact.replaceAll(".*<|>.*", "").replaceAll("[^\\x21-\\x7e]", "");
  }

  /** Gets a document; does not throw for anything that the network or the server does. */
  Answer get(URI address) {
    return get(address, 3);
  }

  private Answer get(URI address, int redirectsLeft) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", userAgent)
            .header("Accept-Encoding", "gzip");
    String entityTag = entityTags.get(address);
    if (entityTag != null) {
      request.header("If-None-Match", entityTag);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.GET().build(), information -> new CappedBody(limits.mostBytes()));
    try {
      HttpResponse<byte[]> response = answer.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
      return judge(address, response, redirectsLeft);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Answer.Unreachable(
          address.getHost() + " did not answer in full within " + seconds(limits.whole()));
    } catch (ExecutionException e) {
      return NetworkProblems.explain(address, e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Unreachable("asking was interrupted");
    }
  }

  private Answer judge(URI address, HttpResponse<byte[]> response, int redirectsLeft) {
    int status = response.statusCode();
    String host = address.getHost();
    if (status == 200) {
      return unpack(host, response);
    } else if (status == 304 && entityTags.containsKey(address)) {
      return new Answer.NotModified();
    } else if (status == 429 || status == 503) {
      return new Answer.Unreachable(
          host + " answered " + status + ": " + retryAdvice.in(response.headers()));
    } else if (status >= 500) {
      return new Answer.Unreachable(host + " answered " + status);
    } else if (status >= 300 && status < 400) {
      return redirect(address, response, redirectsLeft);
    }
    return new Answer.Refused(host + " answered " + status + " to " + address.getPath());
  }

  private Answer redirect(URI address, HttpResponse<byte[]> response, int redirectsLeft) {
    String location = response.headers().firstValue("Location").orElse("");
    if (location.isBlank()) {
      return new Answer.Refused(
          address.getHost() + " answered " + response.statusCode() + " without saying where to go");
    }
    URI target;
    try {
      target = address.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(address.getHost() + " redirects to something that is no address");
    }
    if (target.getHost() == null) {
      return new Answer.Refused(address.getHost() + " redirects to something that is no address");
    }
    boolean same =
        target.getHost().equalsIgnoreCase(address.getHost())
            && (target.getScheme().equals(address.getScheme())
                || target.getScheme().equals("https"));
    if (!same) {
      return new Answer.Refused(
          address.getHost()
              + " redirects to "
              + target.getHost()
              + "; if that is right, configure it as the source's base_url");
    }
    return redirectsLeft == 0
        ? new Answer.Refused(address.getHost() + " redirects in a circle")
        : get(target, redirectsLeft - 1);
  }

  private Answer unpack(String host, HttpResponse<byte[]> response) {
    try (InputStream input =
        CappedInput.unpacked(new ByteArrayInputStream(response.body()), limits.mostBytes())) {
      return new Answer.Body(
          input.readAllBytes(), response.headers().firstValue("ETag").orElse(null));
    } catch (IOException e) {
      return new Answer.Refused("the answer of " + host + ": " + CappedInput.explain(e));
    }
  }

  /** Asks the next time whether the document has changed since. */
  void remember(URI address, Answer.Body body) {
    // Sent back only if it may stand in a header (RFC 9110, section 8.8.3).
    if (body.entityTag() != null && body.entityTag().matches("(?:W/)?\"[!#-~]*\"")) {
      entityTags.put(address, body.entityTag());
    }
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }
}
