package dev.offprint.meaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What papers of all fields mean, by one model: a fixed measure for how near a paper of any day is
 * to a text.
 *
 * @param mean of many papers
 * @param sample some of them, of unit length
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BackgroundVectors(float[] mean, List<float[]> sample) {
  public BackgroundVectors {
    sample = List.copyOf(sample);
  }

  /**
   * That of a model of the distribution; empty for any other.
   *
   * @param modelName as of {@link OnnxSentenceModel#NAME}
   */
  static Optional<BackgroundVectors> ofModel(String modelName) {
    try (InputStream file =
        BackgroundVectors.class.getResourceAsStream("background/" + modelName + ".vectors")) {
      return file == null ? Optional.empty() : Optional.of(read(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The mean of papers' vectors and the first of them.
   *
   * @param size how many of them are the sample
   */
  public static BackgroundVectors of(List<float[]> papers, int size) {
    float[] mean = new float[papers.getFirst().length];
    papers.forEach(vector -> Vectors.add(mean, vector, 1f / papers.size()));
    return new BackgroundVectors(mean, papers.subList(0, Math.min(size, papers.size())));
  }

  /** As {@link #bytes} wrote it. */
  public static BackgroundVectors read(byte[] bytes) {
    int count = Byte.toUnsignedInt(bytes[0]) << Byte.SIZE | Byte.toUnsignedInt(bytes[1]);
    int length = (bytes.length - 2) / count;
    List<float[]> vectors = new ArrayList<>();
    for (int from = 2; from < bytes.length; from += length) {
      vectors.add(ShortVectors.read(Arrays.copyOfRange(bytes, from, from + length)));
    }
    return new BackgroundVectors(vectors.getFirst(), vectors.subList(1, vectors.size()));
  }

  /** The number of vectors in two bytes, then the mean and the sample with eight bits a number. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int count = sample.size() + 1;
    bytes.write(count >> Byte.SIZE);
    bytes.write(count);
    bytes.writeBytes(ShortVectors.write(mean));
    sample.forEach(vector -> bytes.writeBytes(ShortVectors.write(vector)));
    return bytes.toByteArray();
  }
}
