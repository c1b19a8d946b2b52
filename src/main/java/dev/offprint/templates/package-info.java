/**
 * The operator's templates, filled.
 *
 * <p>In come the name of a template, a language and values; out comes text. Promised: each file is
 * read once; what is broken in one is told with file and line.
 */
@NullMarked
package dev.offprint.templates;

import org.jspecify.annotations.NullMarked;
