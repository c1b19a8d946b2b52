package dev.offprint.digests;

/**
 * What a mail says, before it is a message.
 *
 * @param subject on one line, not yet encoded
 * @param html a whole document
 * @param text lines of at most 76 characters where the words allow it, ending in {@code \n}
 */
public record RenderedMail(String subject, String html, String text) {}
