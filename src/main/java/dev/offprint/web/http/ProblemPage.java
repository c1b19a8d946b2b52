package dev.offprint.web.http;

import dev.offprint.messages.Message;
import java.time.Duration;
import java.util.Map;

/** The page that stands in when there is no other. */
public final class ProblemPage {
  private ProblemPage() {}

  /** A link whose token names nobody: cut short by a mail program, or made up. */
  public static Page brokenLink() {
    return page(404, "broken-link");
  }

  /** A link that held for a short time, and that one is asked for anew each time. */
  public static Page expired() {
    return page(410, "expired");
  }

  /** What a good link led to is no longer kept. */
  public static Page forgotten() {
    return page(410, "forgotten");
  }

  /** A link that once held for a subscriber of whom nothing is kept any more. */
  public static Page gone() {
    return page(410, "gone");
  }

  /** A good link of somebody who has not confirmed, to what only a subscriber has. */
  public static Page unconfirmed() {
    return page(409, "unconfirmed");
  }

  /** The page for an HTTP status of 400 or above. */
  public static Page of(int status) {
    return page(
        status,
        switch (status) {
          case 404 -> "no-page";
          case 405 -> "method";
          case 413 -> "too-much";
          case 414 -> "long-address";
          case 415 -> "no-form";
          case 431 -> "long-header";
          default -> status < 500 ? "not-understood" : "fault";
        });
  }

  /** What was sent to an address that takes JSON alone. */
  static Page noJson() {
    return page(415, "no-json");
  }

  /** A network that asked too often. */
  public static Page tooMany(Duration wait) {
    long seconds = seconds(wait);
    long minutes = seconds < 90 ? 0 : (seconds + 59) / 60;
    return patience(page(429, "too-many", minutes), wait);
  }

  /** A page that says itself that a network has to wait before it asks for more. */
  public static Page patience(Page page, Duration wait) {
    return page.with(429).withHeader("Retry-After", Long.toString(seconds(wait)));
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

  private static Page page(int status, String name, Object... arguments) {
    return new Page(
        status,
        "web/problem.html",
        Map.of(
            "title",
            Message.of("problem." + name + ".title"),
            "explanation",
            Message.of("problem." + name + ".explanation", arguments)));
  }
}
