package dev.offprint.meaning;

/** Arithmetic on vectors. */
final class Vectors {
  private Vectors() {}

  /** Adds {@code weight} times the one to the sum. */
  static void add(float[] sum, float[] one, float weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * one[i];
    }
  }

  /** Brings it to unit length, in place; all zeros stay. */
  static float[] normalize(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; length > 0 && i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }
}
