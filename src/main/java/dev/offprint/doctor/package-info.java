/**
 * Looks whether an installation is well: configuration, data, clock, sources, relay, pages, and
 * what receivers of mail ask for in DNS.
 *
 * <p>In comes what the checks look at; out goes a {@link dev.offprint.doctor.Finding} for each.
 * Promised: each check ends within its time, none changes anything but a message to nobody, and
 * what could not be asked is a warning and no error.
 */
@NullMarked
package dev.offprint.doctor;

import org.jspecify.annotations.NullMarked;
