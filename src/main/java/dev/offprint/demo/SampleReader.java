package dev.offprint.demo;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Timing;
import java.time.ZoneId;
import java.util.List;

/** A subscriber of the demo; each shows another way of using Offprint. */
record SampleReader(
    String name, Content content, List<String> interests, int maximum, Format format) {
  static final List<SampleReader> ALL =
      List.of(
          new SampleReader("ada", Content.TRENDING, List.of(), 10, Format.HTML),
          new SampleReader(
              "boole",
              Content.BOTH,
              List.of("mixture of experts", "author:\"Yann LeCun\"", "diffusion -medical"),
              8,
              Format.HTML),
          new SampleReader(
              "curie",
              Content.MATCHING,
              List.of("protein", "cat:astro-ph.*", "gravitational waves"),
              10,
              Format.HTML),
          new SampleReader(
              "dijkstra",
              Content.MATCHING,
              List.of("cat:cs.DC", "\"fault tolerance\"", "consensus"),
              5,
              Format.TEXT),
          new SampleReader("euler", Content.MATCHING, List.of("umbral calculus"), 10, Format.HTML));

  EmailAddress address() {
    return EmailAddress.of(name + "@demo.example");
  }

  Preferences preferences(ZoneId zone) {
    return new Preferences(
        content,
        interests.stream().map(Interest::new).toList(),
        maximum,
        Timing.usual(zone),
        format);
  }
}
