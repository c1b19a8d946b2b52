package dev.offprint.web.http;

import java.util.function.Function;

/**
 * Where a page is found, and what stands before it.
 *
 * @param path with its varying parts in braces
 */
public record Route(
    Method method, String path, Guard guard, Function<Request, ? extends Reply> page) {
  public enum Method {
    GET,
    POST
  }

  /** What a request has to pass. */
  public enum Guard {
    /** Nothing: it costs next to nothing, or must work for whoever has the link. */
    NONE,
    /** A network may ask so often and no more. */
    LIMITED,
    /** As limited; what is sent must be JSON, which no other site's form can be. */
    JSON,
    /** As limited, and the form must be one that we handed out (see {@link FormTokens}). */
    FORM,
    /** As a form, and it must have been open for as long as a person needs. */
    STRANGERS_FORM
  }

  public static Route get(String path, Guard guard, Function<Request, ? extends Reply> page) {
    return new Route(Method.GET, path, guard, page);
  }

  public static Route post(String path, Guard guard, Function<Request, ? extends Reply> page) {
    return new Route(Method.POST, path, guard, page);
  }
}
