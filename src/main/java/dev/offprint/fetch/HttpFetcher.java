package dev.offprint.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gets documents over HTTP from servers that are not trusted: with limits on time and size,
 * conditional requests, redirects only where they are harmless, and the operator's contact in the
 * User-Agent. A host that failed or wants to be left alone is not asked again too early, so one
 * fetcher should be shared by all that ask the same hosts. It never sleeps.
 */
public final class HttpFetcher {
  private static final int MOST_REDIRECTS = 3;
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

  private final Proxies proxies;
  private final HttpClient client;
  private final String userAgent;
  private final FetchLimits limits;
  private final RedirectRules redirects;
  private final RetryAdvice retryAdvice;
  private final HostPauses pauses;
  private final RememberedDocuments remembered = new RememberedDocuments();
  private final ServerTimes times;

  /** One request: for a document, at an address, which differ after a redirect. */
  private record Asking(URI document, URI address, int redirectsLeft) {}

  /**
   * Fetches within the usual limits.
   *
   * @param contact the operator's mailbox, which stands in the User-Agent
   * @param privateRedirects whether a redirect may lead to an address of a private network
   * @param pauses of hosts, which hold for whatever shares them
   */
  public HttpFetcher(String contact, boolean privateRedirects, Proxies proxies, HostPauses pauses) {
    this(
        contact,
        FetchLimits.USUAL,
        new RedirectRules(privateRedirects, java.net.InetAddress::getAllByName, proxies),
        pauses);
  }

  HttpFetcher(String contact, FetchLimits limits, RedirectRules redirects, HostPauses pauses) {
    this.proxies = redirects.proxies();
    this.client = proxies.client().connectTimeout(limits.connect()).build();
    String version = HttpFetcher.class.getPackage().getImplementationVersion();
    this.userAgent =
        "Offprint/" + (version == null ? "development" : version) + " (" + address(contact) + ")";
    this.limits = limits;
    this.redirects = redirects;
    this.retryAdvice = new RetryAdvice(pauses.clock());
    this.pauses = pauses;
    this.times = new ServerTimes(pauses.clock());
  }

  /** What time the hosts said it is. */
  public ServerTimes times() {
    return times;
  }

  /** The address part of a mailbox, without what a header must not hold. */
  private static String address(String contact) {
    return contact.replaceAll(".*<|>.*", "").replaceAll("[^\\x21-\\x7e]", "");
  }

  /** Gets a document; does not throw for anything that the network or the server does. */
  public FetchResult get(URI address) {
    return ask(new Asking(address, address, MOST_REDIRECTS));
  }

  /** When the host of this address wants to be asked again, if it said so and that is to come. */
  public Optional<Instant> askedToWaitUntil(URI address) {
    return pauses.askedToWaitUntil(address);
  }

  /** Asks the next time whether the document has changed since. */
  public void remember(URI address, FetchResult.Document body) {
    remembered.put(address, body.validators());
  }

  /** Gets the document in full the next time. */
  public void forget(URI address) {
    remembered.remove(address);
  }

  private FetchResult ask(Asking asking) {
    URI address = asking.address();
    if (address.getHost() == null) {
      return noAddress(address);
    }
    Optional<String> paused = pauses.explain(address);
    if (paused.isPresent()) {
      return new FetchResult.Unreachable(paused.get());
    }
    Optional<String> unusable = unusableProxy(address);
    if (unusable.isPresent()) {
      return new FetchResult.Refused(unusable.get());
    }
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    CompletableFuture<HttpResponse<byte[]>> answer;
    try {
      answer =
          client.sendAsync(
              request(asking),
              head -> {
                begun.complete(true);
                return new CappedBody(limits.mostBytes(), head.headers());
              });
    } catch (IllegalArgumentException e) {
      return noAddress(address);
    }
    try {
      var whole = answer.copy().orTimeout(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
      CompletableFuture.anyOf(begun, answer)
          .orTimeout(limits.firstByte().toMillis(), TimeUnit.MILLISECONDS)
          .get();
      return judge(asking, whole.get());
    } catch (ExecutionException e) {
      answer.cancel(true);
      return failed(address, e.getCause(), begun.isDone());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new FetchResult.Unreachable("asking was interrupted");
    }
  }

  private Optional<String> unusableProxy(URI address) {
    try {
      proxies.proxyOf(address);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static FetchResult noAddress(URI address) {
    return new FetchResult.Refused("that is no address that can be asked: " + address);
  }

  private HttpRequest request(Asking asking) {
    HttpRequest.Builder request =
        proxies
            .request(asking.address())
            .header("User-Agent", userAgent)
            .header("Accept-Encoding", "gzip");
    remembered.of(asking.document()).conditions().forEach(request::header);
    return request.GET().build();
  }

  private FetchResult failed(URI address, @Nullable Throwable cause, boolean begun) {
    FetchResult explained =
        cause instanceof TimeoutException
            ? new FetchResult.Unreachable(
                begun
                    ? address.getHost()
                        + " did not answer in full within "
                        + seconds(limits.whole())
                    : address.getHost() + " did not answer within " + seconds(limits.firstByte()))
            : NetworkProblems.explain(address, cause, proxies);
    if (explained instanceof FetchResult.Unreachable) {
      pauses.failed(address);
    }
    return explained;
  }

  private FetchResult judge(Asking asking, HttpResponse<byte[]> response) {
    URI address = asking.address();
    times.saw(address, response.headers());
    int status = response.statusCode();
    String host = address.getHost();
    if (status == 429 || status == 503) {
      Optional<Duration> pause = retryAdvice.in(response.headers());
      pauses.askedToWait(address, pause.orElse(Duration.ZERO));
      return new FetchResult.Unreachable(
          host + " answered " + status + ": " + RetryAdvice.inWords(pause));
    } else if (status >= 500) {
      pauses.failed(address, status);
      return new FetchResult.Unreachable(host + " answered " + status);
    }
    if (status == 407) {
      return NetworkProblems.wantsLogin(proxies.proxyOf(address));
    }
    pauses.succeeded(address);
    if (status == 200) {
      return unpack(host, response);
    } else if (status == 304 && !remembered.of(asking.document()).conditions().isEmpty()) {
      return new FetchResult.NotModified();
    } else if (status >= 300 && status < 400) {
      return redirect(asking, response);
    }
    return new FetchResult.Refused(host + " answered " + status + " to " + address.getPath());
  }

  private FetchResult redirect(Asking asking, HttpResponse<byte[]> response) {
    URI address = asking.address();
    String location = response.headers().firstValue("Location").orElse("");
    if (location.isBlank()) {
      return new FetchResult.Refused(
          address.getHost() + " answered " + response.statusCode() + " without saying where to go");
    }
    Optional<URI> target = RedirectRules.target(address, location);
    if (target.isEmpty()) {
      return new FetchResult.Refused(
          address.getHost() + " redirects to something that is no address");
    }
    Optional<String> problem = redirects.problem(address, target.get());
    if (problem.isPresent()) {
      return new FetchResult.Refused(problem.get());
    }
    return asking.redirectsLeft() == 0
        ? new FetchResult.Refused(address.getHost() + " redirects in a circle")
        : ask(new Asking(asking.document(), target.get(), asking.redirectsLeft() - 1));
  }

  private FetchResult unpack(String host, HttpResponse<byte[]> response) {
    try (InputStream input =
        CappedInput.unpacked(new ByteArrayInputStream(response.body()), limits.mostBytes())) {
      return new FetchResult.Document(
          input.readAllBytes(),
          RememberedDocuments.Validators.of(response.headers()),
          encoding(response.headers()));
    } catch (IOException e) {
      return new FetchResult.Refused("the answer of " + host + ": " + CappedInput.explain(e));
    }
  }

  /** The parameter {@code charset} of the media type (RFC 9110, section 8.3.2). */
  private static @Nullable String encoding(HttpHeaders head) {
    Matcher matcher = CHARSET.matcher(head.firstValue("Content-Type").orElse(""));
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }
}
