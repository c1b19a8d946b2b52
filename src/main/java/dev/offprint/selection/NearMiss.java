package dev.offprint.selection;

import dev.offprint.messages.Message;
import dev.offprint.papers.Paper;

/**
 * A paper that an interest nearly brought.
 *
 * @param why it was not enough, in words for the reader, such as {@code it lacks “speculative”}
 * @param inBroad whether the interest would bring it if it were broad
 */
public record NearMiss(Paper paper, Message why, boolean inBroad) {}
