/**
 * Numbers about the running daemon, for Prometheus.
 *
 * <p>In come events, as they happen; out goes a page in Prometheus' text format. Promised: no
 * address, interest or title of a paper is ever in it, and every meter's name stands in {@link
 * dev.offprint.metrics.Meters}.
 */
@NullMarked
package dev.offprint.metrics;

import org.jspecify.annotations.NullMarked;
