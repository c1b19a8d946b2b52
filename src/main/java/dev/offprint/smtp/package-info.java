/**
 * SMTP by Jakarta Mail: MIME, TLS, connections.
 *
 * <p>In comes an {@link dev.offprint.sending.OutgoingMessage}; out go its bytes to the relay and
 * the relay's answer as an {@link dev.offprint.sending.SendOutcome}. Promised: certificates are
 * checked, protection is never less than configured, and no text from outside becomes a header. The
 * only package that sends by jakarta.mail, and that has keys to sign mail with.
 */
@NullMarked
package dev.offprint.smtp;

import org.jspecify.annotations.NullMarked;
