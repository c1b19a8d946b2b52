package dev.offprint.selection;

import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;

/** One paper of an edition, with why it is there. */
public record ChosenPaper(Paper paper, Popularity popularity, Reason reason) {}
