/**
 * Papers from files: what {@code papers import} takes, and a folder that is watched.
 *
 * <p>In come files in any of the formats of the sources, recognised by their content; out goes a
 * {@link dev.offprint.sources.HarvestOutcome}. Promised: a file is taken in as a whole or not at
 * all, and one bad record is set aside and counted.
 */
@NullMarked
package dev.offprint.sources.files;

import org.jspecify.annotations.NullMarked;
