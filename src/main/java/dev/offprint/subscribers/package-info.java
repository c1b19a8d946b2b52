/**
 * Who is mailed, what they want, what they said of papers, the links by which they decide it, and
 * the addresses that must not be mailed.
 *
 * <p>In come addresses and preferences from the pages and the command line, and what came back; out
 * go {@link dev.offprint.subscribers.Subscriber}s that are due. Promised: one address is one
 * subscriber however it is typed; who is subscribed is decided by {@link
 * dev.offprint.subscribers.Membership} alone; and a link token names its subscriber and one purpose
 * and cannot be guessed.
 */
@NullMarked
package dev.offprint.subscribers;

import org.jspecify.annotations.NullMarked;
