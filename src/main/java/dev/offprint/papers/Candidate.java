package dev.offprint.papers;

/** A paper that an edition may choose, with how popular it is by now. */
public record Candidate(Paper paper, Popularity popularity) {}
