/**
 * Who is mailed, what they want, what they said of papers, and the links by which they decide it.
 *
 * <p>In come addresses and preferences from the pages and the command line; out go {@link
 * dev.offprint.subscribers.Subscriber}s that are due. Promised: one address is one subscriber
 * however it is typed, and a link token names its subscriber and one purpose and cannot be guessed.
 */
@NullMarked
package dev.offprint.subscribers;

import org.jspecify.annotations.NullMarked;
