package dev.offprint.access;

import dev.offprint.config.Login.OAuth;
import dev.offprint.fetch.NetworkProblems;
import dev.offprint.fetch.Proxies;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Asks for tokens by the client credentials of OAuth 2.0 (RFC 6749, section 4.4). Id and secret
 * stand in the body of the request, where all large providers take them.
 *
 * @param certificates explains those that are refused
 * @param keys what the keys of the settings begin with, such as {@code smtp.oauth.}
 * @param proxies that requests go through, if any
 * @param limit how long the whole answer may take
 */
record TokenEndpoint(
    OAuth settings,
    String keys,
    SSLContext tls,
    TlsProblems certificates,
    Proxies proxies,
    Duration limit)
    implements TokenSource {
  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final int MOST_BYTES = 64 * 1024;

  @Override
  public Asked ask() {
    HttpRequest request =
        proxies
            .request(URI.create(settings.tokenUrl()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form()))
            .build();
    // One request an hour needs no connection that is kept.
    try (HttpClient client = proxies.client().sslContext(tls).connectTimeout(limit).build()) {
      CompletableFuture<HttpResponse<String>> answer =
          client.sendAsync(
              request,
              BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
      try {
        HttpResponse<String> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        return new TokenAnswer(settings, keys).read(response.statusCode(), response.body());
      } finally {
        client.shutdownNow();
      }
    } catch (TimeoutException e) {
      return Asked.failed(host() + " did not answer within " + TokenSource.inWords(limit), true);
    } catch (ExecutionException e) {
      return failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Asked.failed("asking " + host() + " was interrupted", true);
    }
  }

  private String form() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "client_credentials");
    fields.put("client_id", settings.clientId());
    fields.put("client_secret", settings.clientSecret());
    if (!settings.scope().isEmpty()) {
      fields.put("scope", settings.scope());
    }
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Asked failed(ExecutionException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return Asked.failed("TLS with " + host() + " failed. " + certificates.remedy(cause), false);
      }
    }
    return Asked.failed(
        NetworkProblems.explain(URI.create(settings.tokenUrl()), failure, proxies).why()
            + ". Check "
            + keys
            + "token_url",
        true);
  }

  private String host() {
    return URI.create(settings.tokenUrl()).getAuthority();
  }
}
