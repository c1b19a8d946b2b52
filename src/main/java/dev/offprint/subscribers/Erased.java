package dev.offprint.subscribers;

/**
 * Somebody of whom nothing is kept any more.
 *
 * @param staysKnown whether the address stays among the suppressions
 */
public record Erased(EmailAddress address, boolean staysKnown) {}
