/**
 * Documents over HTTP, with manners.
 *
 * <p>In comes an address; out goes a {@link dev.offprint.fetch.FetchResult}. Promised: limits on
 * time and size, conditional requests, redirects only where they are harmless, the pace that a
 * server asks for, and nothing thrown for anything that the network or a server does.
 */
@NullMarked
package dev.offprint.fetch;

import org.jspecify.annotations.NullMarked;
