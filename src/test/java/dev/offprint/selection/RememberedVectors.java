package dev.offprint.selection;

import dev.offprint.meaning.SentenceModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps each vector in a file, so that a second run over the same texts takes seconds. */
record RememberedVectors(Path folder, SentenceModel model) implements SentenceModel {
  @Override
  public float[] ofText(String text) {
    return vector("text " + text, () -> model.ofText(text));
  }

  @Override
  public float[] ofQuery(String query) {
    return vector("query " + query, () -> model.ofQuery(query));
  }

  private float[] vector(String key, Supplier<float[]> compute) {
    Path file =
        folder.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    try {
      if (Files.exists(file)) {
        ByteBuffer kept = ByteBuffer.wrap(Files.readAllBytes(file));
        float[] vector = new float[kept.remaining() / Float.BYTES];
        kept.asFloatBuffer().get(vector);
        return vector;
      }
      float[] vector = compute.get();
      ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
      bytes.asFloatBuffer().put(vector);
      Files.createDirectories(folder);
      // Another test may read it at the same time.
      Path whole = Files.createTempFile(folder, "", ".part");
      Files.write(whole, bytes.array());
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      return vector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
