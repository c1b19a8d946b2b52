package dev.offprint.web.http;

import java.time.Duration;
import java.util.Map;

/** The page that stands in when there is no other. */
public final class ProblemPage {
  private ProblemPage() {}

  /** A link whose token names nobody: cut short by a mail program, or made up. */
  public static Page brokenLink() {
    return page(
        404,
        "This link is not complete",
        "Mail programs sometimes break a long link in two. Please open it from the mail again, or"
            + " copy the whole of it into the address bar.");
  }

  /** A link that held for a short time, and that one is asked for anew each time. */
  public static Page expired() {
    return page(
        410,
        "This link no longer works",
        "A link to your data works for two hours after it was sent; or your mail program has shown"
            + " a part of it only. Your preferences page sends you a new one: at the end of every"
            + " mail, “Change what you get” leads there.");
  }

  /** What a good link led to is no longer kept. */
  public static Page forgotten() {
    return page(
        410,
        "This edition is no longer kept",
        "Editions are kept for a while and then deleted. The mail that you have is all that is"
            + " left of it.");
  }

  /** A link that once held for a subscriber of whom nothing is kept any more. */
  public static Page gone() {
    return page(
        410,
        "Nothing is kept about you here",
        "Your subscription was deleted, and nothing is sent to you. You can subscribe again at any"
            + " time.");
  }

  /** The page for an HTTP status of 400 or above. */
  public static Page of(int status) {
    return switch (status) {
      case 404 ->
          page(status, "There is no such page", "It may have moved, or the address was mistyped.");
      case 405 -> page(status, "That does not work here", "This page cannot be used in that way.");
      case 413 ->
          page(status, "That is too much", "A form takes up to 64 KB. Please shorten what it has.");
      case 415 -> page(status, "That is no form", "This address takes web forms and nothing else.");
      default ->
          status < 500
              ? page(status, "That was not understood", "Please go back and try once more.")
              : page(
                  status,
                  "Something went wrong here",
                  "It is not your doing, and nothing was changed. Please try again in a while.");
    };
  }

  /** A network that asked too often. */
  public static Page tooMany(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    String when = seconds < 90 ? "in a moment" : "in " + (seconds + 59) / 60 + " minutes";
    return new Page(
        429,
        "web/problem.html",
        Map.of(
            "title",
            "One moment, please",
            "explanation",
            "More was asked from your network than this small server gives at once. Please try"
                + " again "
                + when
                + "."),
        Map.of("Retry-After", Long.toString(seconds)));
  }

  /**
   * The fields of a form once more, behind one button, because it cannot be told that its sender
   * meant it.
   *
   * @param action where it was to go
   * @param quick whether it came faster than a person fills it in
   */
  static Page onceMore(String action, FormFields fields, boolean quick) {
    return new Page(
        403,
        "web/once-more.html",
        Map.of("action", action, "fields", fields.values(), "quick", quick));
  }

  private static Page page(int status, String title, String explanation) {
    return new Page(status, "web/problem.html", Map.of("title", title, "explanation", explanation));
  }
}
