package dev.offprint.selection;

import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Preferences;
import java.util.Set;

/**
 * All that choosing papers for a subscriber needs to know of them.
 *
 * @param sent what they have been sent or are about to be sent; none of it is chosen
 */
public record Reader(Preferences preferences, Feedback feedback, Set<PaperId> sent) {}
