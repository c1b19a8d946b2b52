package dev.offprint.meaning;

/** To this model everything means the same. */
public final class SameMeaning implements SentenceModel {
  @Override
  public float[] ofText(String text) {
    return new float[] {0.6f, 0.8f};
  }

  @Override
  public float[] ofQuery(String query) {
    return ofText(query);
  }

  @Override
  public void close() {}
}
