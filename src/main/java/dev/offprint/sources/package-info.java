/**
 * Where papers come from: one class per source.
 *
 * <p>In come files and answers over HTTP, all of them untrusted; out goes a {@link
 * dev.offprint.sources.HarvestOutcome} with the sightings. Promised: one bad record is set aside
 * and counted and the rest go on, nothing is half taken, and a source that could not be read is
 * never mistaken for one that had nothing new.
 */
@NullMarked
package dev.offprint.sources;

import org.jspecify.annotations.NullMarked;
