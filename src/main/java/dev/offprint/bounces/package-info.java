/**
 * What comes back: bounces and complaints.
 *
 * <p>In comes one message at a time, as bytes, from files or through {@link
 * dev.offprint.bounces.ReturnMailbox}, or what a mail service posts, through {@link
 * dev.offprint.bounces.HookReader}; {@link dev.offprint.bounces.BounceReader} says what a message
 * reports, and {@link dev.offprint.bounces.ReturnedMail} writes that into the ledger and has {@link
 * dev.offprint.subscribers.Membership} suppress addresses because of it. Promised: whatever the
 * bytes are, reading them ends with an answer; writing the same message down twice changes nothing
 * more; what is not understood suppresses nobody; nothing leaves a mailbox before it is written
 * down, and nobody's answer ever.
 */
@NullMarked
package dev.offprint.bounces;

import org.jspecify.annotations.NullMarked;
