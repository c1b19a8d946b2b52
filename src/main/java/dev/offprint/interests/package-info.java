/**
 * Interests as people write and paste them.
 *
 * <p>In comes what somebody typed or pasted: words, a title, a BibTeX entry, a link, a list; out go
 * the interests that it stands for, what is wrong with them, and what was perhaps meant. Promised:
 * nothing is changed silently.
 */
@NullMarked
package dev.offprint.interests;

import org.jspecify.annotations.NullMarked;
