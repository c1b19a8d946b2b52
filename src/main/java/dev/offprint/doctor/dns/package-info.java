/**
 * What DNS says of a domain that sends mail.
 *
 * <p>In comes a name; out go its records, that there are none, or that nobody could say, and what
 * SPF and DMARC make of them. Promised: a server that does not answer is never taken for one that
 * has no such record. The only package that sees dnsjava.
 */
@NullMarked
package dev.offprint.doctor.dns;

import org.jspecify.annotations.NullMarked;
