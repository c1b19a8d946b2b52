package dev.offprint.digests;

import java.net.URI;

/**
 * The addresses in a mail by which its reader decides; each carries a token of its own.
 *
 * @param view shows the edition as a page
 * @param pause offers a week without mails
 * @param weekly offers one mail a week
 * @param more asks for more papers like one, with {@code ?paper=} and its id behind it
 * @param less asks for fewer papers like one, in the same way
 */
public record SubscriberLinks(
    URI view, URI preferences, URI pause, URI weekly, URI unsubscribe, URI more, URI less) {}
