package dev.offprint.meaning;

import org.jspecify.annotations.Nullable;

/** There is no usable sentence model; the message is one line that says why and what to do. */
public final class ModelUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
