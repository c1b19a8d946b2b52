/**
 * Papers and the interest that people have shown in them.
 *
 * <p>In come {@link dev.offprint.papers.Sighting}s from the sources; out go {@link
 * dev.offprint.papers.Paper}s by identity, day or text. Promised: one work is one paper whatever
 * its ids, what the store holds does not depend on the order in which sightings come, recording one
 * twice changes nothing, and no observation of a signal is forgotten.
 */
@NullMarked
package dev.offprint.papers;

import org.jspecify.annotations.NullMarked;
