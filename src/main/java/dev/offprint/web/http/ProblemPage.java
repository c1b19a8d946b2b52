package dev.offprint.web.http;

import java.time.Duration;
import java.util.HashMap;
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
            + " a part of it only. Your preferences page sends you a new one: “Change” at the end"
            + " of every mail leads there.");
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

  /** A good link of somebody who has not confirmed, to what only a subscriber has. */
  public static Page unconfirmed() {
    return page(
        409,
        "Your mails have not begun yet",
        "They begin once you open the link in the newest mail that asked you to confirm, and press"
            + " the button there. Until then there is nothing to change.");
  }

  /** The page for an HTTP status of 400 or above. */
  public static Page of(int status) {
    return switch (status) {
      case 404 ->
          page(status, "There is no such page", "It may have moved, or the address was mistyped.");
      case 405 -> page(status, "That does not work here", "This page cannot be used in that way.");
      case 413 ->
          page(status, "That is too much", "Up to 64 KB are taken. Please shorten what you send.");
      case 414 ->
          page(
              status,
              "This address is too long",
              "Please shorten what is behind its question mark.");
      case 431 ->
          page(
              status,
              "The header of the request is too long",
              "Addresses and header fields together take up to 8 KB. A shorter search may help.");
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

  /** What was sent to an address that takes JSON alone. */
  static Page noJson() {
    return page(
        415,
        "That is no JSON",
        "This address takes a JSON object, sent with Content-Type: application/json.");
  }

  /** A network that asked too often. */
  public static Page tooMany(Duration wait) {
    long seconds = seconds(wait);
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

  /** A page that says itself that a network has to wait before it asks for more. */
  public static Page patience(Page page, Duration wait) {
    Map<String, String> headers = new HashMap<>(page.headers());
    headers.put("Retry-After", Long.toString(seconds(wait)));
    return new Page(429, page.template(), page.values(), headers);
  }

  /** A wait as {@code Retry-After} has it (RFC 9110, section 10.2.3). */
  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
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
