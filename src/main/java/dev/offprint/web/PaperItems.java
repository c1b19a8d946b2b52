package dev.offprint.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offprint.messages.Messages;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Fingerprint;
import dev.offprint.papers.PaperId;
import dev.offprint.web.http.Rendering;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Papers as the items of a list, in HTML. An item is the same wherever it stands and takes longer
 * to make than all else of a page of results, so those that were used last are kept. Safe for use
 * by many threads.
 */
final class PaperItems {
  /** Some 9,000 items, as a rule. */
  private static final long KEPT_BYTES = 24 << 20;

  private static final int NAME_BYTES = 16;

  private final Rendering rendering;
  private final Map<String, byte[]> items = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  PaperItems(Rendering rendering) {
    this.rendering = rendering;
  }

  /**
   * The items in their order; none of a paper's text is markup in them.
   *
   * @param sentences that show why some of them are there
   */
  String html(List<Candidate> papers, Map<PaperId, String> sentences, Messages in) {
    return papers.stream()
        .map(paper -> item(paper, sentences.get(paper.paper().id()), in))
        .collect(Collectors.joining("\n"));
  }

  private String item(Candidate paper, @Nullable String sentence, Messages in) {
    // By all that is known of it: a paper that changed has another name.
    String name = Fingerprint.of(in.language() + "\0" + paper + "\0" + sentence, NAME_BYTES);
    byte[] known = find(name);
    if (known != null) {
      return new String(known, UTF_8);
    }
    String made =
        rendering.part(
            "web/papers.html",
            "item",
            in,
            Map.of("papers", List.of(PaperView.of(paper, sentence))));
    keep(name, made.getBytes(UTF_8));
    return made;
  }

  private synchronized byte @Nullable [] find(String name) {
    return items.get(name);
  }

  private synchronized void keep(String name, byte[] item) {
    if (items.putIfAbsent(name, item) == null) {
      bytes += item.length;
    }
    Iterator<byte[]> oldest = items.values().iterator();
    while (bytes > KEPT_BYTES) {
      bytes -= oldest.next().length;
      oldest.remove();
    }
  }
}
