package dev.offprint.web.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files beside the pages, read once. */
public final class StaticFiles {
  private static final List<Map.Entry<String, String>> TYPES =
      List.of(
          Map.entry("style.css", "text/css; charset=utf-8"),
          Map.entry("script.js", "text/javascript; charset=utf-8"),
          Map.entry("icon.svg", "image/svg+xml"),
          Map.entry("robots.txt", "text/plain; charset=utf-8"));

  private StaticFiles() {}

  /**
   * A route for each.
   *
   * @throws WebServerUnavailable when one is missing
   */
  public static List<Route> routes(Path templates) {
    return TYPES.stream()
        .map(file -> route(templates.resolve("web").resolve(file.getKey()), file.getValue()))
        .toList();
  }

  private static Route route(Path file, String type) {
    CachedPage.Cached kept = CachedPage.cached(new Body(200, type, read(file), Map.of()));
    return Route.get("/" + file.getFileName(), Route.Guard.NONE, request -> kept);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WebServerUnavailable(file, e);
    }
  }
}
