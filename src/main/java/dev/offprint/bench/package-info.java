/**
 * Measuring: planning a day, sending it, and the pages, on data of its own.
 *
 * <p>In comes how much is to be measured; out goes one JSON document with what it took and a peer
 * in the same run. Promised: nothing of the installation is touched.
 */
@NullMarked
package dev.offprint.bench;

import org.jspecify.annotations.NullMarked;
