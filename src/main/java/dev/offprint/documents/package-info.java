/**
 * What people and programs are shown as JSON: one record for each thing, the same on the command
 * line, in the HTTP API and in what a subscriber takes along.
 *
 * <p>Promised: what is not known is left out, names are in lower case with underscores, instants
 * and days are as ISO 8601 has them, and the names of a paper are those that {@code papers import}
 * reads.
 */
@NullMarked
package dev.offprint.documents;

import org.jspecify.annotations.NullMarked;
