package dev.offprint.sending;

import dev.offprint.digests.RenderedMail;
import dev.offprint.subscribers.EmailAddress;
import java.time.Instant;
import java.util.Map;

/**
 * One message, ready to be put into MIME.
 *
 * @param messageId with its angle brackets
 * @param from the mailbox of the From header, such as {@code Offprint <papers@lab.example>}
 * @param headers further headers in order, values unencoded and on one line
 * @param htmlWanted whether the HTML goes along; the text always does
 */
public record OutgoingMessage(
    String messageId,
    String from,
    EmailAddress to,
    Map<String, String> headers,
    RenderedMail content,
    boolean htmlWanted,
    Instant date) {}
