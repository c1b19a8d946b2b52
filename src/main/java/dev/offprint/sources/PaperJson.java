package dev.offprint.sources;

import dev.offprint.fetch.CappedInput;
import dev.offprint.fetch.JsonMessage;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads papers in JSON: an array of records, or records one after the other. */
public final class PaperJson {
  /** How many papers of a long file are handed over at a time. */
  static final int PART = 20_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final @Nullable LocalDate day;
  private final LocalDate today;
  private final Instant now;
  private final Map<PaperId, Sighting> sightings = new LinkedHashMap<>();
  private final List<String> setAside = new ArrayList<>();
  private final @Nullable Consumer<HarvestOutcome.Harvested> parts;
  private int handedOver;

  /**
   * Starts with no papers.
   *
   * @param day the day on which they were announced; null leaves it to each record
   */
  public PaperJson(@Nullable LocalDate day, Instant now) {
    this(day, now, null);
  }

  /**
   * Starts with no papers, of which there may be more than memory holds.
   *
   * @param day the day on which they were announced; null leaves it to each record
   * @param parts takes {@value #PART} at a time, before the outcome has the others; null leaves all
   *     of them to the outcome
   */
  public PaperJson(
      @Nullable LocalDate day, Instant now, @Nullable Consumer<HarvestOutcome.Harvested> parts) {
    this.parts = parts;
    this.day = day;
    this.today = now.atZone(ZoneOffset.UTC).toLocalDate();
    this.now = now;
  }

  /** Reads arrays; one that breaks off or is no JSON is broken as a whole. */
  public HarvestOutcome array(InputStream input) {
    int number = 0;
    try (JsonParser parser = JSON.createParser(input)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return broken("it is not a JSON array");
      }
      do {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          number++;
          take("element " + number, parser.readValueAsTree());
        }
      } while (parser.nextToken() == JsonToken.START_ARRAY);
      if (parser.currentToken() != null) {
        return broken("something that is no JSON array follows the end of one");
      }
    } catch (JacksonException e) {
      return broken(explain(e));
    }
    return outcome();
  }

  /** Reads one record after the other; what is no record is set aside. */
  public HarvestOutcome lines(InputStream input) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    try {
      new JsonDocuments(reader, this::takeAll).read();
    } catch (IOException e) {
      return broken(CappedInput.explain(e));
    }
    return outcome();
  }

  private void takeAll(String where, String documents) {
    try (JsonParser parser = JSON.createParser(documents)) {
      while (parser.nextToken() != null) {
        take(where, parser.readValueAsTree());
      }
    } catch (JacksonException e) {
      setAside.add(where + ": it is not JSON: " + JsonMessage.of(e));
    }
  }

  private void take(String where, JsonNode record) {
    try {
      if (!record.isObject()) {
        throw new UnusableRecord(notAnObject(record));
      }
      Sighting sighting =
          HuggingFaceRecord.fits(record)
              ? HuggingFaceRecord.read(record, day, today, now)
              : PaperRecord.read(record, day, today, now);
      sightings.put(sighting.paper().id(), sighting);
      handOver();
    } catch (UnusableRecord e) {
      setAside.add(where + ": " + e.getMessage());
    }
  }

  private void handOver() {
    if (parts != null && sightings.size() == PART) {
      parts.accept(new HarvestOutcome.Harvested(List.copyOf(sightings.values()), setAside));
      handedOver += PART;
      sightings.clear();
      setAside.clear();
    }
  }

  private HarvestOutcome.Broken broken(String why) {
    return new HarvestOutcome.Broken(
        handedOver == 0
            ? why
            : why
                + String.format(
                    Locale.ROOT, "; the first %,d papers of it were taken in", handedOver));
  }

  private static String notAnObject(JsonNode record) {
    boolean python = record.isString() && record.stringValue().startsWith("{'");
    return python
        ? "it is a string that holds a Python object, not a JSON object"
        : "it is not a JSON object";
  }

  private HarvestOutcome outcome() {
    if (!sightings.isEmpty() || handedOver > 0) {
      return new HarvestOutcome.Harvested(List.copyOf(sightings.values()), setAside);
    }
    if (setAside.isEmpty()) {
      return new HarvestOutcome.NothingNew("it holds no papers");
    }
    return new HarvestOutcome.Broken(
        "none of its " + setAside.size() + " records is a paper; " + setAside.getFirst());
  }

  private static String explain(JacksonException failure) {
    if (failure.getCause() instanceof IOException reading) {
      return CappedInput.explain(reading);
    }
    TokenStreamLocation where = failure.getLocation();
    return where == null
        ? "it is not JSON: " + JsonMessage.of(failure)
        : String.format(
            Locale.ROOT,
            "it is not JSON from line %d, column %d on: %s",
            where.getLineNr(),
            where.getColumnNr(),
            JsonMessage.of(failure));
  }
}
