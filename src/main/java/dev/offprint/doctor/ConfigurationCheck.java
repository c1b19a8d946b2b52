package dev.offprint.doctor;

import java.util.List;
import java.util.function.Supplier;

/**
 * What is valid in the configuration, and yet not what is meant or needed.
 *
 * @param warnings one line each
 * @param place the file that it was read from
 */
public record ConfigurationCheck(Supplier<List<String>> warnings, String place) implements Check {
  @Override
  public String name() {
    return "configuration";
  }

  @Override
  public Finding look() {
    List<String> found = warnings.get();
    return found.isEmpty()
        ? new Finding.Good(place + " is valid")
        : new Finding.Warning(
            place + " is valid. " + String.join(". ", found), "see `offprint config show`");
  }
}
