/**
 * When things happen: Quartz jobs of a few lines each, on a JDBC store.
 *
 * <p>Promised: each edition is planned at its subscriber's own hour, once; a daemon that was down
 * catches up with one edition; a job that still runs is not started twice. The only package that
 * sees Quartz.
 */
@NullMarked
package dev.offprint.schedule;

import org.jspecify.annotations.NullMarked;
