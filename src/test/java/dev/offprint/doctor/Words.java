package dev.offprint.doctor;

/** A finding as a test compares it. */
final class Words {
  private Words() {}

  static String of(Finding finding) {
    return switch (finding) {
      case Finding.Good(String what) -> "ok: " + what;
      case Finding.Warning(String what, String remedy) -> "warning: " + what + " -> " + remedy;
      case Finding.Fault(String what, String remedy) -> "error: " + what + " -> " + remedy;
    };
  }
}
