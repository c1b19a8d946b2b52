/**
 * Setting an installation up: what is asked, the configuration that is made of it, a first mail
 * that proves the relay, and the first subscriber.
 *
 * <p>In come answers, from a terminal or as options; out go a configuration, a file with the
 * relay's password, one mail, and what is left to do. Promised: a configuration that somebody has
 * written is not changed without being asked, no answer is lost when the relay refuses, and no
 * password is shown or taken from a command line.
 */
@NullMarked
package dev.offprint.setup;

import org.jspecify.annotations.NullMarked;
