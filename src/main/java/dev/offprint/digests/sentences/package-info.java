/**
 * The telling sentences of an abstract: which of them a mail shows to this reader, and which of
 * their words it marks.
 *
 * <p>In come a title and an abstract as clean text, and what of an interest stands in them; out go
 * one or two {@link dev.offprint.digests.sentences.MarkedText whole sentences}, or none. Promised:
 * no sentence is ever cut, and the same input gives the same sentences.
 */
@NullMarked
package dev.offprint.digests.sentences;

import org.jspecify.annotations.NullMarked;
