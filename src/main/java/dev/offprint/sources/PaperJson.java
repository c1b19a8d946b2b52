package dev.offprint.sources;

import dev.offprint.fetch.CappedInput;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads papers in JSON: an array of records, or one record a line. */
public final class PaperJson {
  private static final JsonMapper JSON = new JsonMapper();

  private final @Nullable LocalDate day;
  private final LocalDate today;
  private final Instant now;
  private final Map<PaperId, Sighting> sightings = new LinkedHashMap<>();
  private final List<String> setAside = new ArrayList<>();

  /**
   * Starts with no papers.
   *
   * @param day the day on which they were announced; null leaves it to each record
   */
  public PaperJson(@Nullable LocalDate day, Instant now) {
    this.day = day;
    this.today = now.atZone(ZoneOffset.UTC).toLocalDate();
    this.now = now;
  }

  /** Reads an array; one that breaks off or is no JSON is broken as a whole. */
  public HarvestOutcome array(InputStream input) {
    int number = 0;
    try (JsonParser parser = JSON.createParser(input)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return new HarvestOutcome.Broken("it is not a JSON array");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        number++;
        take("element " + number, parser.readValueAsTree());
      }
      if (parser.nextToken() != null) {
        return new HarvestOutcome.Broken("something follows the end of the JSON array");
      }
    } catch (JacksonException e) {
      return new HarvestOutcome.Broken(explain(e));
    }
    return outcome();
  }

  /** Reads one record a line; a line that is no record is set aside. */
  public HarvestOutcome lines(InputStream input) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank()) {
        takeLine("line " + number, line);
      }
    }
    return outcome();
  }

  private void takeLine(String where, String line) {
    try {
      take(where, JSON.readTree(line));
    } catch (JacksonException e) {
      setAside.add(where + ": it is not JSON: " + firstLine(e));
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
    } catch (UnusableRecord e) {
      setAside.add(where + ": " + e.getMessage());
    }
  }

  private static String notAnObject(JsonNode record) {
    boolean python = record.isString() && record.stringValue().startsWith("{'");
    return python
        ? "it is a string that holds a Python object, not a JSON object"
        : "it is not a JSON object";
  }

  private HarvestOutcome outcome() {
    if (!sightings.isEmpty()) {
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
        ? "it is not JSON: " + firstLine(failure)
        : "it is not JSON from line %d, column %d on: %s"
            .formatted(where.getLineNr(), where.getColumnNr(), firstLine(failure));
  }

  private static String firstLine(JacksonException failure) {
    return failure.getOriginalMessage().lines().findFirst().orElse("it breaks off");
  }
}
