package dev.offprint.operator;

import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.messages.Messages;
import dev.offprint.templates.Templates;
import dev.offprint.web.http.Body;
import dev.offprint.web.http.Exchange;
import dev.offprint.web.http.Request;
import dev.offprint.web.http.Route;
import dev.offprint.web.http.Route.Guard;
import dev.offprint.web.http.WebServerUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is found where at the operator's address. */
public final class OperatorPages {
  private static final String JSON = "application/json";
  private static final String METERS = "text/plain; version=0.0.4; charset=utf-8";

  private final Parts parts;
  private final FrontPage front;
  private final ReaderPage reader;

  /**
   * What the pages show.
   *
   * @param meters the page of the meters, in Prometheus' text format
   * @param relayProblem why nothing is sent for now
   */
  public record Parts(
      Features features,
      LedgerFigures figures,
      Readiness readiness,
      Supplier<String> meters,
      Supplier<Optional<String>> relayProblem,
      Templates templates,
      Path folder) {}

  public OperatorPages(Parts parts) {
    this.parts = parts;
    this.front = new FrontPage(parts);
    this.reader = new ReaderPage(parts.features());
  }

  /**
   * Each with its guard: whether all is well, anybody may know.
   *
   * @throws WebServerUnavailable when a file is missing
   */
  public List<Route> routes() {
    return List.of(
        Route.get("/", Guard.LIMITED, request -> page("front.html", front.values())),
        Route.post("/reader", Guard.LIMITED, this::asked),
        Route.get("/readers/{id}", Guard.LIMITED, this::linked),
        Route.get("/metrics", Guard.LIMITED, request -> Body.ok(METERS, parts.meters().get())),
        Route.get("/health/live", Guard.NONE, request -> live()),
        Route.get("/health/ready", Guard.NONE, request -> ready()),
        file("operator", "style.css", "text/css; charset=utf-8"),
        file("web", "icon.svg", "image/svg+xml"));
  }

  private Body asked(Request request) {
    return story(reader.typed(request.form().text("address")));
  }

  private Body linked(Request request) {
    return story(reader.known(request.part("id")));
  }

  private Body story(ReaderPage.Story story) {
    return page("reader.html", story.values()).withStatus(story.status());
  }

  private static Body live() {
    return json(Map.of("live", true));
  }

  private Body ready() {
    var found = parts.readiness().look();
    return json(Readiness.document(found)).withStatus(Readiness.isReady(found) ? 200 : 503);
  }

  private static Body json(Map<String, Object> document) {
    return Body.ok(JSON, Console.json(document) + "\n");
  }

  private Body page(String template, Map<String, Object> values) {
    return Body.ok(
        Exchange.HTML,
        parts.templates().render("operator/" + template, Messages.english(), values));
  }

  private Route file(String folder, String name, String type) {
    Path file = parts.folder().resolve(folder).resolve(name);
    try {
      Body body = Body.ok(type, Files.readString(file, StandardCharsets.UTF_8));
      return Route.get("/" + name, Guard.NONE, request -> body);
    } catch (IOException e) {
      throw new WebServerUnavailable(file, e);
    }
  }
}
