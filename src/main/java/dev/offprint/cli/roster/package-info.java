/**
 * Lists of people in files: those of other programs and our own, read line by line and written.
 *
 * <p>In come the lines of a file, out go {@link dev.offprint.subscribers.Enrolment} entries. A line
 * that cannot be used is set aside with its number and its reason, and the others go on.
 */
@NullMarked
package dev.offprint.cli.roster;

import org.jspecify.annotations.NullMarked;
