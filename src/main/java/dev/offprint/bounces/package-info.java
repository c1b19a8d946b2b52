/**
 * What comes back: bounces, complaints, and the addresses that must not be mailed because of them.
 *
 * <p>In comes one message at a time, as bytes; {@link dev.offprint.bounces.BounceReader} says what
 * it reports, and {@link dev.offprint.bounces.ReturnedMail} writes that into the suppressions, the
 * subscriber and the ledger. Promised: whatever the bytes are, reading them ends with an answer;
 * writing the same message down twice changes nothing more; what is not understood suppresses
 * nobody.
 */
@NullMarked
package dev.offprint.bounces;

import org.jspecify.annotations.NullMarked;
