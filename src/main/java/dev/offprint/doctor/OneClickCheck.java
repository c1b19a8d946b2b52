package dev.offprint.doctor;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether what a mail program sends to unsubscribe its reader is answered as RFC 8058, section 3.1,
 * has it: at once, without a redirect.
 *
 * @param link to leave that is valid and names nobody, so that nobody leaves
 */
public record OneClickCheck(
    URI baseUrl, WebAsker asker, Supplier<URI> link, BooleanSupplier isRunning) implements Check {
  @Override
  public String name() {
    return "one-click";
  }

  @Override
  public Finding look() {
    if (!"https".equals(baseUrl.getScheme())
        && !Places.isLocal(String.valueOf(baseUrl.getHost()))) {
      return new Finding.Warning(
          "mails offer no one-click unsubscribing", "make server.base_url https, as told above");
    }
    if (!isRunning.getAsBoolean()) {
      return new Finding.Warning(
          "not asked: no daemon runs on this data folder", "start the daemon, then ask again");
    }
    return switch (asker.post(link.get(), "List-Unsubscribe=One-Click")) {
      case WebAsker.Unreached(String why) ->
          new Finding.Fault("it is not answered: " + why, "see the base URL above");
      case WebAsker.Answered(HttpResponse<String> answer) -> judge(answer.statusCode());
    };
  }

  private static Finding judge(int status) {
    if (status == 200) {
      return new Finding.Good("the POST of a mail program is answered without a redirect");
    }
    String what = "the POST of a mail program is answered with status " + status;
    return switch (status / 100) {
      case 3 ->
          new Finding.Fault(
              what + ", a redirect, which mail programs do not follow",
              "let the proxy pass /unsubscribe/ on as it is");
      case 4 ->
          new Finding.Fault(
              what, "let the proxy pass POST to /unsubscribe/, without a login or a captcha");
      default -> new Finding.Fault(what, "see the base URL above, and the log of the daemon");
    };
  }
}
