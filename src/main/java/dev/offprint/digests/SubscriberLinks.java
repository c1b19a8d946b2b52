package dev.offprint.digests;

import java.net.URI;

/** The addresses in a mail by which its reader decides; each carries a token of its own. */
public record SubscriberLinks(URI preferences, URI unsubscribe) {}
