package dev.offprint.doctor;

import dev.offprint.web.http.ProcessMark;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the address that stands in every mail leads to the process that runs on this data folder.
 *
 * @param mark of that process; empty when none runs
 */
public record BaseUrlCheck(URI baseUrl, WebAsker asker, Supplier<Optional<ProcessMark>> mark)
    implements Check {
  private static final int CHALLENGE_BYTES = 16;

  @Override
  public String name() {
    return "base URL";
  }

  @Override
  public Finding look() {
    boolean isLocal = Places.isLocal(String.valueOf(baseUrl.getHost()));
    if (!isLocal && !"https".equals(baseUrl.getScheme())) {
      return new Finding.Fault(
          baseUrl + " is not https, so mails offer no one-click unsubscribing (RFC 8058)",
          "put a proxy with a certificate before the pages, and set server.base_url to https");
    }
    Optional<ProcessMark> running = mark.get();
    if (running.isEmpty()) {
      return new Finding.Warning(
          "whether " + baseUrl + " leads here was not asked: no daemon runs on this data folder",
          "start the daemon, then ask again");
    }
    byte[] bytes = new byte[CHALLENGE_BYTES];
    new SecureRandom().nextBytes(bytes);
    Finding found = look(running.get(), HexFormat.of().formatHex(bytes));
    return isLocal && found instanceof Finding.Good
        ? new Finding.Warning(
            baseUrl + " leads to this process, but only on this machine",
            "set server.base_url to the address that readers reach, before the first mail leaves")
        : found;
  }

  private Finding look(ProcessMark running, String challenge) {
    return switch (asker.get(URI.create(baseUrl + ProcessMark.PATH + challenge))) {
      case WebAsker.Answered(HttpResponse<String> answer) -> judge(running, challenge, answer);
      case WebAsker.Unreached(String why) ->
          new Finding.Fault(
              "readers cannot reach " + baseUrl + ": " + why,
              "check server.base_url, its DNS and the proxy. If this machine alone cannot see its"
                  + " own public address, look from outside");
    };
  }

  private Finding judge(ProcessMark running, String challenge, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 200 && running.answer(challenge).orElse("").equals(answer.body().strip())) {
      return new Finding.Good(baseUrl + " leads to the process that runs here");
    }
    if (status / 100 == 3) {
      return new Finding.Fault(
          baseUrl + " redirects to " + answer.headers().firstValue("Location").orElse("elsewhere"),
          "set server.base_url to the address that answers itself");
    }
    return status == 502 || status == 503 || status == 504
        ? new Finding.Fault(
            baseUrl + " is a proxy that does not reach Offprint (status " + status + ")",
            "let it pass requests to server.bind and server.port")
        : new Finding.Fault(
            baseUrl + " is answered by something else (status " + status + ")",
            "check the proxy and the DNS of that name; after a move they may lead to the old"
                + " machine");
  }
}
