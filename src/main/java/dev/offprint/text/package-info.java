/**
 * Plain text out of what papers are written in: TeX, HTML and MathML.
 *
 * <p>In comes a title or an abstract as a source gave it; out goes text for a mail or a page, with
 * formulas as Unicode where that can be read. Promised: no markup is left that a reader would see,
 * and whatever the text is, reading it ends in time that is linear in its length.
 */
@NullMarked
package dev.offprint.text;

import org.jspecify.annotations.NullMarked;
