package dev.offprint.config;

/**
 * One thing that is wrong with the configuration. No part of it quotes a secret.
 *
 * @param key the key it is about, such as {@code smtp.host}; empty when it is about the whole file
 * @param origin the file, with line and column where it has them, or the variable
 * @param what what is wrong, in one line
 * @param remedy what to do, in one line
 */
public record Problem(String key, Origin origin, String what, String remedy) {

  /** All of it in one line. */
  @Override
  public String toString() {
    return origin + ": " + what + "; " + remedy;
  }
}
