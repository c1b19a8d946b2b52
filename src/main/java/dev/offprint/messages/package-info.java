/**
 * What readers are told, in their language.
 *
 * <p>In come a key and its arguments; out comes a sentence in one language. Promised: each language
 * has every message of English, with the same arguments; English is always there.
 */
@NullMarked
package dev.offprint.messages;

import org.jspecify.annotations.NullMarked;
