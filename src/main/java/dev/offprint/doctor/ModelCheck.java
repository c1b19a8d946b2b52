package dev.offprint.doctor;

import dev.offprint.meaning.ModelUnavailable;
import dev.offprint.meaning.SentenceModel;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the sentence model loads, and tells what a text means. */
public record ModelCheck(Supplier<Optional<SentenceModel>> model) implements Check {
  @Override
  public String name() {
    return "sentence model";
  }

  @Override
  public Finding look() {
    try {
      Optional<SentenceModel> opened = model.get();
      return opened
          .map(ModelCheck::judge)
          .orElseGet(() -> new Finding.Good("off: matching.semantic is false, words alone decide"));
    } catch (ModelUnavailable e) {
      return new Finding.Fault(
          String.valueOf(e.getMessage()),
          "or set matching.semantic to false; then words alone decide");
    }
  }

  private static Finding judge(SentenceModel model) {
    float[] vector = model.ofText("Bees find their way home by the sun.");
    double length = 0;
    for (float part : vector) {
      length += (double) part * part;
    }
    return Math.abs(length - 1) < 0.01
        ? new Finding.Good(
            String.format(Locale.ROOT, "loads, and gives a vector of %d numbers", vector.length))
        : new Finding.Fault(
            "it gives a vector that is none", "install Offprint anew; its files are not whole");
  }
}
