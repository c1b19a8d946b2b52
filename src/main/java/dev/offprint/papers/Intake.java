package dev.offprint.papers;

/**
 * What recording some sightings changed.
 *
 * @param added papers not known before
 * @param updated known papers whose text, links or signals changed
 * @param unchanged known papers that stayed as they were
 */
public record Intake(int added, int updated, int unchanged) {
  public static final Intake NOTHING = new Intake(0, 0, 0);

  public Intake plus(Intake other) {
    return new Intake(added + other.added, updated + other.updated, unchanged + other.unchanged);
  }
}
