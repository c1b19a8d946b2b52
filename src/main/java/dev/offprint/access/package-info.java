/**
 * What connections to mail servers have in common: whom to trust, and access tokens to log in with.
 *
 * <p>In comes what the operator configured for the relay or for the mailbox; out go a TLS context,
 * tokens or why there is none, and failures of TLS in words. Promised: certificates of the
 * operator's own come in addition to those that Java trusts, and no token or secret is part of a
 * message.
 */
@NullMarked
package dev.offprint.access;

import org.jspecify.annotations.NullMarked;
