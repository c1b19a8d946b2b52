/**
 * What a mail says: an edition or a notice, rendered as HTML and as text from the operator's
 * templates.
 *
 * <p>In comes an {@link dev.offprint.digests.Edition} with the subscriber's links; out goes a
 * {@link dev.offprint.digests.RenderedMail}. Promised: text stays text, whatever a paper's title
 * holds, and nothing in a mail is fetched from anywhere when it is opened.
 */
@NullMarked
package dev.offprint.digests;

import org.jspecify.annotations.NullMarked;
