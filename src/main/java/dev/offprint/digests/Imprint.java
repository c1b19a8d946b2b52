package dev.offprint.digests;

/**
 * Who sends the mails, as their head and foot say.
 *
 * @param name such as {@code Papers at the Lab}
 * @param replyTo the address that replies go to; empty where nobody reads them
 * @param postal the postal address on one line; possibly empty
 */
public record Imprint(String name, String replyTo, String postal) {
  /** Of an installation that says nothing of itself. */
  public static final Imprint NONE = new Imprint("Offprint", "", "");
}
