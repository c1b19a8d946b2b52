package dev.offprint.sources;

import java.io.IOException;

/** More came than is ever taken from one file or answer. */
final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  TooLarge(long most) {
    super("it is larger than %,d MB, unpacked".formatted(most / 1_000_000));
  }
}
