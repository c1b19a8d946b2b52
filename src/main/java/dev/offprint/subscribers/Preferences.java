package dev.offprint.subscribers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one subscriber wants.
 *
 * @param interests at most {@value #MAX_INTERESTS}; matter only when {@code content} includes
 *     matching. Whoever wants matching papers alone and has none gets what groups bring
 * @param maximum the most papers in one edition, 1 to {@value #MAX_PAPERS}
 * @param language of mails and pages, by its tag (RFC 5646), such as {@code en}
 */
public record Preferences(
    Content content,
    List<Interest> interests,
    int maximum,
    Timing timing,
    Format format,
    String language) {
  /** The most interests a subscriber may have. */
  public static final int MAX_INTERESTS = 100;

  /** The largest edition. */
  public static final int MAX_PAPERS = 50;

  /** The size of an edition unless the subscriber says otherwise. */
  public static final int USUAL_PAPERS = 10;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one is broken; the message is fit for the subscriber
   */
  public Preferences {
    interests = eachOnce(interests);
    if (interests.size() > MAX_INTERESTS) {
      throw new IllegalArgumentException(
          "there are "
              + interests.size()
              + " interests, and at most "
              + MAX_INTERESTS
              + " are taken");
    }
    if (maximum < 1 || maximum > MAX_PAPERS) {
      throw new IllegalArgumentException("the most papers in one mail must be 1 to " + MAX_PAPERS);
    }
  }

  /** The same in English. */
  public Preferences(
      Content content, List<Interest> interests, int maximum, Timing timing, Format format) {
    this(content, interests, maximum, timing, format, "en");
  }

  /** Whether they bring nothing to whoever is in no group. */
  public boolean isNothing() {
    return content == Content.MATCHING && interests.isEmpty();
  }

  /** What is other in some other preferences, by name. */
  public List<String> differences(Preferences other) {
    Map<String, Boolean> same = new LinkedHashMap<>();
    same.put("content", content == other.content);
    same.put("interests", interests.equals(other.interests));
    same.put("maximum", maximum == other.maximum);
    same.put("time", timing.at().equals(other.timing.at()));
    same.put("zone", timing.zone().equals(other.timing.zone()));
    same.put("days", timing.days().equals(other.timing.days()));
    same.put("format", format == other.format);
    same.put("language", language.equals(other.language));
    return same.entrySet().stream()
        .filter(each -> !each.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Of several with the same text, the last one says how far it reaches. */
  private static List<Interest> eachOnce(List<Interest> interests) {
    if (interests.size() < 2) {
      return List.copyOf(interests);
    }
    Map<String, Interest> byText = new LinkedHashMap<>();
    interests.forEach(interest -> byText.put(interest.text(), interest));
    return List.copyOf(byText.values());
  }

  /** The same with other content. */
  public Preferences with(Content other) {
    return new Preferences(other, interests, maximum, timing, format, language);
  }

  /** The same at other times. */
  public Preferences with(Timing other) {
    return new Preferences(content, interests, maximum, other, format, language);
  }

  /** The same with other interests. */
  public Preferences with(List<Interest> others) {
    return new Preferences(content, others, maximum, timing, format, language);
  }

  /** The same with at most so many papers in one edition. */
  public Preferences atMost(int papers) {
    return new Preferences(content, interests, papers, timing, format, language);
  }

  /** The same in another language. */
  public Preferences in(String other) {
    return new Preferences(content, interests, maximum, timing, format, other);
  }

  /** Which papers an edition draws on. */
  public enum Content {
    TRENDING,
    MATCHING,
    BOTH;

    public boolean trending() {
      return this != MATCHING;
    }

    public boolean matching() {
      return this != TRENDING;
    }
  }

  /** The form of the mail: HTML with its text beside it, or text alone. */
  public enum Format {
    HTML,
    TEXT
  }
}
