package dev.offprint.web;

import dev.offprint.digests.OneLine;
import dev.offprint.digests.PaperBlock;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A paper as the JSON of the API has it; what is not known is left out. */
final class PaperDocument {
  private PaperDocument() {}

  static List<Map<String, Object>> of(List<Candidate> papers) {
    return papers.stream().map(PaperDocument::of).toList();
  }

  private static Map<String, Object> of(Candidate candidate) {
    Paper paper = candidate.paper();
    PaperBlock block = PaperBlock.of(paper, Paper.MAX_ABSTRACT);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", paper.id().value());
    document.put("title", block.title());
    document.put("abstract", block.summary());
    document.put(
        "authors", paper.authors().stream().map(author -> OneLine.of(author.name())).toList());
    document.put("categories", paper.categories().stream().map(OneLine::of).toList());
    document.put("announced", paper.dates().announced().toString());
    put(document, "published", paper.dates().published());
    document.put("upvotes", candidate.popularity().upvotes());
    put(document, "page", block.page());
    put(document, "pdf", block.pdf());
    put(document, "code", block.code());
    return document;
  }

  private static void put(Map<String, Object> document, String name, @Nullable Object value) {
    if (value != null) {
      document.put(name, value.toString());
    }
  }
}
