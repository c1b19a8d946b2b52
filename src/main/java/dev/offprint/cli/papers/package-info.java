/** The commands about papers: fetch, import, search, show, trending and match. */
@NullMarked
package dev.offprint.cli.papers;

import org.jspecify.annotations.NullMarked;
