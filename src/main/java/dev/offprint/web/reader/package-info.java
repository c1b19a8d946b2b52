/**
 * The pages of whoever has a link from a mail: to confirm, leave, come back, pause, get one mail a
 * week, say what they like, and have all that is kept deleted.
 *
 * <p>In come tokens that were mailed; out go changes by {@link
 * dev.offprint.subscribers.Membership}, and pages that say what is so now. Promised: following a
 * link changes nothing; a button does what it says once, however often it is pressed; and who gets
 * no mails is told why, whichever link they follow.
 */
@NullMarked
package dev.offprint.web.reader;

import org.jspecify.annotations.NullMarked;
