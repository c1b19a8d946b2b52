package dev.offprint.meaning;

import java.nio.file.Path;

/**
 * A BERT model that was trained for comparing sentences, as files in a folder.
 *
 * @param name how its files begin
 * @param pooling how the vectors of a text's pieces become the text's
 * @param queryPrefix what its authors put before a query, possibly nothing
 */
record ModelFiles(String name, Pooling pooling, String queryPrefix) {
  enum Pooling {
    /** The mean of all pieces, so each of them counts alike. */
    MEAN,
    /** The vector of the mark that stands before the text. */
    FIRST
  }

  /** BAAI's bge-small-en-v1.5 with weights of eight bits; 384 dimensions, licensed MIT. */
  static final ModelFiles BGE_SMALL =
      new ModelFiles(
          "bge-small-en-v1.5-q",
          Pooling.FIRST,
          "Represent this sentence for searching relevant passages: ");

  Path network(Path folder) {
    return folder.resolve(name + ".onnx");
  }

  Path tokenizer(Path folder) {
    return folder.resolve(name + "-tokenizer.json");
  }
}
