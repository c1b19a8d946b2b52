/**
 * Where papers come from: one class per source.
 *
 * <p>In come files and answers over HTTP, all of them untrusted; out goes a {@link
 * dev.offprint.sources.HarvestOutcome} with the sightings. Promised: one bad record is set aside
 * and counted and the rest go on, nothing is half taken, and a source that could not be read is
 * never mistaken for one that had nothing new. What a source put off until its papers are stored,
 * such as moving a file away, it does when it is told that they are.
 */
@NullMarked
package dev.offprint.sources;

import org.jspecify.annotations.NullMarked;
