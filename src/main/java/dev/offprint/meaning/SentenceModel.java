package dev.offprint.meaning;

/** Says what texts mean, as vectors; safe for use by many threads. */
public interface SentenceModel extends AutoCloseable {
  /**
   * The meaning of a paper or another text that is looked through, of any length.
   *
   * @return of unit length; the same for the same text
   */
  float[] ofText(String text);

  /**
   * The meaning of what somebody looks for, to be compared with that of texts by the dot product.
   *
   * @return of unit length, and as long as those of texts
   */
  float[] ofQuery(String query);

  /**
   * Waits for whoever is using the model, and frees its memory. Who asks it later gets a {@link
   * ModelUnavailable}.
   */
  @Override
  void close();
}
