/**
 * The papers of one day for one reader, each with its reason.
 *
 * <p>In come the candidates of the last days, what they mean, and what is known of a subscriber;
 * out goes a {@link dev.offprint.selection.Plan}. Promised: no paper that the subscriber has been
 * sent is chosen, every reason is true of the paper it stands at, and the same input gives the same
 * plan. {@link dev.offprint.selection.PaperRanking} ranks any papers by any text, by words and by
 * meaning. {@link dev.offprint.selection.RecentPapers} tells strangers what they would get, of
 * whose words nothing is written down.
 */
@NullMarked
package dev.offprint.selection;

import org.jspecify.annotations.NullMarked;
