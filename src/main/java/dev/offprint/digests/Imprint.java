package dev.offprint.digests;

/**
 * Who sends the mails, as their head and foot say, and what they choose to show.
 *
 * @param name such as {@code Papers at the Lab}
 * @param replyTo the address that replies go to; empty where nobody reads them
 * @param postal the postal address on one line; possibly empty
 * @param sourceSummaries whether the summary that the source has of a paper is shown instead of
 *     sentences of its abstract
 */
public record Imprint(String name, String replyTo, String postal, boolean sourceSummaries) {
  /** Of an installation that says nothing of itself. */
  public static final Imprint NONE = new Imprint("Offprint", "", "", false);
}
