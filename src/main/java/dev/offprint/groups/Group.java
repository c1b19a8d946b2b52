package dev.offprint.groups;

import dev.offprint.subscribers.Preferences;
import java.util.regex.Pattern;

/**
 * A group of readers.
 *
 * @param id given by the store
 * @param slug by which its page is addressed; does not change with the name
 * @param name as people read it, 1 to {@value #MAX_NAME} characters on one line
 * @param sameForAll whether its edition has the same papers for all its members
 * @param preferences whose interests are all members', and whose other values members begin with
 */
public record Group(
    long id, String slug, String name, Access access, boolean sameForAll, Preferences preferences) {
  /** The most characters that a name may have. */
  public static final int MAX_NAME = 100;

  // Two of the characters that cannot be seen join letters in some scripts.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\x{200c}\\x{200d}]]");

  /**
   * Folds white space in the name.
   *
   * @throws IllegalArgumentException when the name is empty or too long, or the group would bring
   *     nothing
   */
  public Group {
    name = name.replaceAll("[\\s\\p{Cntrl}\\p{Zs}]+", " ").strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("the name of a group is empty");
    }
    if (name.length() > MAX_NAME) {
      throw new IllegalArgumentException(
          "the name of the group has "
              + name.length()
              + " characters, and at most "
              + MAX_NAME
              + " are taken");
    }
    if (preferences.isNothing()) {
      throw new IllegalArgumentException(
          "a group without trending papers needs at least one interest");
    }
  }

  /**
   * A group to be added.
   *
   * @throws IllegalArgumentException as {@link #named} does
   */
  public static Group of(String name, Access access, boolean sameForAll, Preferences preferences) {
    return new Group(0, Slug.of(name), name, access, sameForAll, preferences).named(name);
  }

  /**
   * The same by a name that is given now. One that it has from before such names were refused stays
   * as it is until then.
   *
   * @throws IllegalArgumentException when it has characters that nobody can see
   */
  public Group named(String given) {
    Group named = new Group(id, slug, given, access, sameForAll, preferences);
    if (UNSEEN.matcher(named.name).find()) {
      throw new IllegalArgumentException(
          "the name of the group has a character that cannot be seen; type it by hand");
    }
    return named;
  }

  Group withId(long given) {
    return new Group(given, slug, name, access, sameForAll, preferences);
  }

  /** The same with other preferences. */
  public Group with(Preferences others) {
    return new Group(id, slug, name, access, sameForAll, others);
  }

  /** What somebody wants who joins and says nothing else: the interests stay the group's. */
  public Preferences forNewMember() {
    return Defaults.withoutInterests(preferences);
  }

  /** Whether it brings its members papers that others are not sent. */
  public boolean hasInterests() {
    return !preferences.interests().isEmpty();
  }

  /** Who can find the page on which people join. */
  public enum Access {
    /** Whoever wants to subscribe is shown the page. */
    PUBLIC,
    /** Whoever has the page's address. */
    UNLISTED,
    /** Nobody: there is no page, and the operator says who is a member. */
    CLOSED
  }
}
