/**
 * Signatures of mail (RFC 6376, RFC 8463).
 *
 * <p>In come the header fields and the body of a message; out goes its DKIM-Signature field.
 * Promised: what is signed is what leaves, byte for byte.
 */
@NullMarked
package dev.offprint.smtp.dkim;

import org.jspecify.annotations.NullMarked;
