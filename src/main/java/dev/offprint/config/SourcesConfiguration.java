package dev.offprint.config;

import java.net.URI;
import java.util.List;

/** Where papers come from. */
public record SourcesConfiguration(
    HuggingFace huggingface,
    Arxiv arxiv,
    Biorxiv biorxiv,
    Medrxiv medrxiv,
    Feed feed,
    Folder file) {
  /** The daily papers of Hugging Face. */
  public record HuggingFace(
      @Setting(initial = "true", help = "Whether the daemon fetches this source.") boolean enabled,
      @Setting(initial = "https://huggingface.co", help = "Where its API is found.") URI baseUrl) {}

  /** The papers that arXiv announces. */
  public record Arxiv(
      @Setting(initial = "true", help = "Whether the daemon fetches this source.") boolean enabled,
      @Setting(
              initial = "https://arxiv.org",
              help =
                  "Where arXiv is found. For arxiv.org, its feeds, its API and OAI-PMH are asked on"
                      + " their own hosts; any other address is asked for all three.")
          URI baseUrl,
      @Setting(
              initial = "cs.AI, cs.CL, cs.CV, cs.LG, stat.ML",
              form = Form.CATEGORY,
              help =
                  "Categories whose announcements are taken in, such as cs.CL, or a whole archive"
                      + " such as math.")
          List<String> categories) {
    public Arxiv {
      categories = List.copyOf(categories);
    }
  }

  /** The preprints of bioRxiv. */
  public record Biorxiv(
      @Setting(initial = "false", help = "Whether the daemon fetches this source.") boolean enabled,
      @Setting(initial = "https://api.biorxiv.org", help = "Where its API is found.")
          URI baseUrl) {}

  /** The preprints of medRxiv. */
  public record Medrxiv(
      @Setting(initial = "false", help = "Whether the daemon fetches this source.") boolean enabled,
      @Setting(initial = "https://api.biorxiv.org", help = "Where its API is found.")
          URI baseUrl) {}

  /** Feeds of journals, laboratories and blogs. */
  public record Feed(
      @Setting(initial = "true", help = "Whether the daemon fetches these feeds.") boolean enabled,
      @Setting(
              initial = "",
              form = Form.FEED,
              help =
                  "RSS and Atom feeds: for each a name, its address, and a category for its papers"
                      + " if wanted.")
          List<String> feeds) {
    public Feed {
      feeds = List.copyOf(feeds);
    }
  }

  /** Files that are dropped into a folder. */
  public record Folder(
      @Setting(
              initial = "true",
              help =
                  "Whether the daemon takes in the files of this folder. Each is moved to done or"
                      + " failed in it.")
          boolean enabled,
      @Setting(
              initial = "incoming",
              help = "The folder, in the data folder unless its path is absolute.")
          String folder) {}
}
