package dev.offprint.web;

import java.util.function.Function;

/**
 * Where a page is found, and what stands before it.
 *
 * @param path with its varying parts in braces
 */
record Route(Method method, String path, Guard guard, Function<Request, ? extends Reply> page) {
  enum Method {
    GET,
    POST
  }

  /** What a request has to pass. */
  enum Guard {
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

  static Route get(String path, Guard guard, Function<Request, ? extends Reply> page) {
    return new Route(Method.GET, path, guard, page);
  }

  static Route post(String path, Guard guard, Function<Request, ? extends Reply> page) {
    return new Route(Method.POST, path, guard, page);
  }
}
