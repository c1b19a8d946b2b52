package dev.offprint.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A sentence model run by ONNX Runtime on the CPU, by two threads at the most.
 *
 * <p>A text that is longer than the network reads at once is cut into windows of one size, and the
 * windows' vectors are added up by their lengths, so its end counts as much as its beginning.
 */
public final class OnnxSentenceModel implements SentenceModel {
  /** What {@link #open(Path)} opens, for {@link StoredVectors}. */
  public static final String NAME = ModelFiles.BGE_SMALL.name();

  // So many vectors are worked on at once, each by one thread: that is quicker than the reverse.
  private static final int AT_ONCE = 2;

  // BERT has 512 positions, of which two are for the marks around the text.
  private static final int WINDOW = 510;

  private final ModelFiles files;
  private final WordPieces pieces;
  private final int[] queryPrefix;
  private final OrtEnvironment environment;
  private final OrtSession session;
  // In order, so that whoever closes the model, who takes all turns, gets them.
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private boolean closed;

  private OnnxSentenceModel(ModelFiles files, WordPieces pieces, Path network) throws OrtException {
    this.files = files;
    this.pieces = pieces;
    queryPrefix = pieces.of(files.queryPrefix());
    environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "offprint");
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      // Texts differ in length, and each length would keep a plan of its own.
      options.setMemoryPatternOptimization(false);
      session = environment.createSession(network.toString(), options);
    }
  }

  /**
   * Opens the model of the distribution; it takes about as much memory outside the heap as its file
   * is large.
   *
   * @param folder where the models' files are
   * @throws ModelUnavailable when a file is missing or damaged, or this platform has no library
   */
  public static OnnxSentenceModel open(Path folder) {
    return open(folder, ModelFiles.BGE_SMALL);
  }

  static OnnxSentenceModel open(Path folder, ModelFiles files) {
    for (Path file : new Path[] {files.network(folder), files.tokenizer(folder)}) {
      if (!Files.isReadable(file)) {
        throw new ModelUnavailable("the sentence model's file " + file + " is missing", null);
      }
    }
    WordPieces pieces;
    try {
      pieces = WordPieces.read(files.tokenizer(folder));
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(files.tokenizer(folder), e);
    }
    try {
      return new OnnxSentenceModel(files, pieces, files.network(folder));
    } catch (OrtException e) {
      throw damaged(files.network(folder), e);
    } catch (LinkageError e) {
      throw new ModelUnavailable(
          "the library that runs the sentence model cannot be loaded on this platform", e);
    }
  }

  private static ModelUnavailable damaged(Path file, Exception cause) {
    return new ModelUnavailable(
        "the sentence model's file " + file + " is damaged; delete it and build Offprint again",
        cause);
  }

  @Override
  public float[] ofText(String text) {
    return vector(new int[0], pieces.of(text));
  }

  @Override
  public float[] ofQuery(String query) {
    return vector(queryPrefix, pieces.of(query));
  }

  private float[] vector(int[] prefix, int[] text) {
    int room = WINDOW - prefix.length;
    int windows = Math.max(1, Math.ceilDiv(text.length, room));
    int size = Math.ceilDiv(text.length, windows);
    float[] sum = new float[0];
    for (int window = 0; window < windows; window++) {
      int from = window * size;
      int[] part = Arrays.copyOfRange(text, from, Math.min(text.length, from + size));
      float[] vector = run(marked(prefix, part));
      sum = window == 0 ? new float[vector.length] : sum;
      Vectors.add(sum, vector, Math.max(1, part.length));
    }
    return Vectors.normalize(sum);
  }

  private long[] marked(int[] prefix, int[] text) {
    long[] ids = new long[prefix.length + text.length + 2];
    ids[0] = pieces.first();
    for (int i = 0; i < prefix.length; i++) {
      ids[1 + i] = prefix[i];
    }
    for (int i = 0; i < text.length; i++) {
      ids[1 + prefix.length + i] = text[i];
    }
    ids[ids.length - 1] = pieces.last();
    return ids;
  }

  private float[] run(long[] ids) {
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    turns.acquireUninterruptibly();
    try {
      if (closed) {
        throw new ModelUnavailable("the sentence model is closed", null);
      }
      return run(ids, shape, ones);
    } finally {
      turns.release();
    }
  }

  private float[] run(long[] ids, long[] shape, long[] ones) {
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      return Vectors.normalize(pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length));
    } catch (OrtException e) {
      throw new ModelUnavailable("the sentence model failed: " + e.getMessage(), e);
    }
  }

  private float[] pooled(FloatBuffer pieceVectors, int count) {
    int dimensions = pieceVectors.remaining() / count;
    float[] sum = new float[dimensions];
    float[] one = new float[dimensions];
    int pooled = files.pooling() == ModelFiles.Pooling.FIRST ? 1 : count;
    for (int piece = 0; piece < pooled; piece++) {
      pieceVectors.get(one);
      Vectors.add(sum, one, 1);
    }
    return sum;
  }

  @Override
  public void close() {
    // Freed under a thread that is in it, the native code would crash the process.
    turns.acquireUninterruptibly(AT_ONCE);
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model cannot be closed", e);
    } finally {
      turns.release(AT_ONCE);
    }
  }
}
