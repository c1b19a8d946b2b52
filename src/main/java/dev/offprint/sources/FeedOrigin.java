package dev.offprint.sources;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page of a feed besides its bytes.
 *
 * @param address where it was read from; null when that is not known
 * @param encoding the encoding that the server named; null when it named none
 * @param isFirst whether the feed was never read before, so that nobody can tell which of the
 *     entries without a date are new
 */
record FeedOrigin(@Nullable URI address, @Nullable String encoding, boolean isFirst) {
  /** Of a page that follows others of its feed. */
  static final FeedOrigin UNKNOWN = new FeedOrigin(null, null, false);
}
