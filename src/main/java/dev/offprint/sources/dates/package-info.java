/**
 * Dates as feeds write them.
 *
 * <p>In come texts, untrusted; out go the days that they mean. Promised: what could be two dates is
 * none, and a month or a year alone is not taken for its first day.
 */
@NullMarked
package dev.offprint.sources.dates;

import org.jspecify.annotations.NullMarked;
