package dev.offprint.fetch;

import java.io.IOException;

/** More came than is ever taken from one file or answer. */
final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  TooLarge(long most) {
    super("it is larger than " + size(most) + ", unpacked");
  }

  private static String size(long bytes) {
    return bytes < 1_000_000 ? bytes + " bytes" : bytes / 1_000_000 + " MB";
  }
}
