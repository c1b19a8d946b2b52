package dev.offprint.app;

import dev.offprint.cli.console.PaperFeatures.ConfiguredSource;
import dev.offprint.config.Configuration;
import dev.offprint.config.SourcesConfiguration;
import dev.offprint.fetch.HttpFetcher;
import dev.offprint.fetch.RequestPacing;
import dev.offprint.sources.FeedSource;
import dev.offprint.sources.HuggingFaceSource;
import dev.offprint.sources.PreprintSource;
import dev.offprint.sources.Source;
import dev.offprint.sources.arxiv.ArxivSource;
import dev.offprint.sources.files.FolderSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every source there is, in the order in which they are asked. */
final class AllSources {
  private final Map<String, ConfiguredSource> sources = new LinkedHashMap<>();

  private AllSources() {}

  static Map<String, ConfiguredSource> of(
      Configuration configuration, Path data, InstantSource clock, HttpFetcher fetcher) {
    SourcesConfiguration configured = configuration.sources();
    AllSources all = new AllSources();
    all.add(
        new HuggingFaceSource(configured.huggingface().baseUrl(), fetcher, clock),
        configured.huggingface().enabled());
    all.add(
        new ArxivSource(configured.arxiv(), fetcher, RequestPacing.ofArxiv(data, clock), clock),
        configured.arxiv().enabled());
    all.add(
        PreprintSource.biorxiv(configured.biorxiv().baseUrl(), fetcher, clock),
        configured.biorxiv().enabled());
    all.add(
        PreprintSource.medrxiv(configured.medrxiv().baseUrl(), fetcher, clock),
        configured.medrxiv().enabled());
    FeedSource.of(configured.feed(), fetcher, clock)
        .forEach(feed -> all.add(feed, configured.feed().enabled()));
    all.add(
        new FolderSource(data.resolve(configured.file().folder()), clock),
        configured.file().enabled());
    return all.sources;
  }

  private void add(Source source, boolean enabled) {
    sources.put(source.name(), new ConfiguredSource(source, enabled));
  }
}
