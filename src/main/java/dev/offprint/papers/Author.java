package dev.offprint.papers;

/**
 * One author as the source names them.
 *
 * @param name not blank, without line breaks
 */
public record Author(String name) {}
