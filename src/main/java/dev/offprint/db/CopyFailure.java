package dev.offprint.db;

/** A database was not copied; the message says why, for the operator. */
public final class CopyFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CopyFailure(String message) {
    super(message);
  }

  CopyFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** Somebody of Offprint works with one of the two databases. */
  static CopyFailure inUse(DatabaseAddress address) {
    return new CopyFailure(
        "another process of Offprint is connected to "
            + address.shown()
            + "; stop it first, on whichever machine it is");
  }

  /** There is no installation to copy. */
  static CopyFailure nothing(DatabaseAddress address) {
    return new CopyFailure(
        "there is no database of Offprint in "
            + address.shown()
            + "; name the right one with --from, or its folder with --data");
  }
}
