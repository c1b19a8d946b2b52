package dev.offprint.meaning;

import java.nio.ByteBuffer;

/**
 * Vectors with eight bits for each dimension: a quarter of the space, and the dot product of two of
 * unit length changes by less than a hundredth.
 */
final class ShortVectors {
  private ShortVectors() {}

  /** The greatest component as a float, then each as a share of it, -127 to 127. */
  static byte[] write(float[] vector) {
    float greatest = 0;
    for (float value : vector) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES + vector.length);
    bytes.putFloat(greatest);
    for (float value : vector) {
      bytes.put((byte) (greatest == 0 ? 0 : Math.round(value / greatest * Byte.MAX_VALUE)));
    }
    return bytes.array();
  }

  static float[] read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    float greatest = buffer.getFloat();
    float[] vector = new float[buffer.remaining()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = buffer.get() * greatest / Byte.MAX_VALUE;
    }
    return vector;
  }
}
