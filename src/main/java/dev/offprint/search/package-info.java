/**
 * The words of papers: the terms of a text, the query language, and the indexes of papers.
 *
 * <p>In come papers and what people write; out go the papers that fit, in order. {@link
 * dev.offprint.search.PaperIndex} holds the papers of some days in memory, {@link
 * dev.offprint.search.PaperCatalogue} all of them on disk. Promised: papers and queries are read
 * the same way, and nothing that is typed is refused.
 */
@NullMarked
package dev.offprint.search;

import org.jspecify.annotations.NullMarked;
