package dev.offprint.journeys;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a window asks for, what it is sent, and what its console says. */
final class Watch {
  private final List<String> problems = new ArrayList<>();
  private final List<Response> arriving = new ArrayList<>();
  private final Set<String> styleSheets = new HashSet<>();
  private @Nullable Response shown;

  void over(Page page) {
    page.onRequest(this::asked);
    page.onResponse(this::answered);
    page.onConsoleMessage(this::said);
    page.onPageError(error -> problems.add("a script failed: " + error));
  }

  /** Whatever should not have happened since the window was opened. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** The style sheets of all pages until now. */
  Set<String> styleSheets() {
    return Set.copyOf(styleSheets);
  }

  /** The page that is shown, as it was sent. The browser forgets it when the next one comes. */
  String read() {
    arriving.forEach(response -> styleSheets.add(response.text()));
    arriving.clear();
    return Objects.requireNonNull(shown, "no page was opened").text();
  }

  private void asked(Request request) {
    URI address = URI.create(request.url());
    if (!"127.0.0.1".equals(address.getHost()) && !"about".equals(address.getScheme())) {
      problems.add("it asks another machine: " + request.url());
    }
  }

  private void answered(Response response) {
    boolean redirect = response.status() >= 300 && response.status() < 400;
    if (response.request().resourceType().equals("stylesheet")) {
      arriving.add(response);
    } else if (response.request().isNavigationRequest() && !redirect) {
      shown = response;
    }
  }

  private void said(ConsoleMessage message) {
    // A page that says what is wrong with a form has such a status, and means it.
    boolean status = message.text().startsWith("Failed to load resource: the server responded");
    if (List.of("error", "warning").contains(message.type()) && !status) {
      problems.add("the console says: " + message.text());
    }
  }
}
