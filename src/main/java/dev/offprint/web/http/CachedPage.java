package dev.offprint.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A page that is the same for all and is made once a while, not for each visitor. Safe for use by
 * many threads: while one makes it anew, the others get it as it was.
 */
public final class CachedPage {
  /** How old a page may be. */
  static final Duration FRESH = Duration.ofSeconds(30);

  private final Supplier<Body> maker;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Made made;

  /**
   * @param at when it was made last
   * @param changed when it was made last otherwise than before
   */
  private record Made(Cached cached, Instant at, Instant changed) {}

  /**
   * A page as it is answered.
   *
   * @param plain the body as it was made, with an entity tag
   * @param zipped the same compressed by gzip
   */
  public record Cached(Body plain, Body zipped) implements Reply {}

  public CachedPage(Supplier<Body> maker) {
    this.maker = maker;
  }

  public Cached get(Instant now) {
    Made last = made;
    if (last != null && isFresh(last, now)) {
      return last.cached;
    }
    if (last == null) {
      making.lock();
    } else if (!making.tryLock()) {
      return last.cached;
    }
    try {
      last = made;
      if (last == null || !isFresh(last, now)) {
        last = made(last, now);
        made = last;
      }
      return last.cached;
    } finally {
      making.unlock();
    }
  }

  /** Who has seen it before need not get the same once more. */
  private Made made(@Nullable Made before, Instant now) {
    Body body = maker.get();
    Instant changed =
        before != null && Arrays.equals(before.cached.plain().bytes(), body.bytes())
            ? before.changed
            : now;
    return new Made(cached(body.with("Last-Modified", HttpDates.of(changed))), now, changed);
  }

  private static boolean isFresh(Made last, Instant now) {
    return now.isBefore(last.at.plus(FRESH)) && !now.isBefore(last.at);
  }

  /** With the entity tag by which a browser asks whether it has changed (RFC 9110, 8.8.3). */
  public static Cached cached(Body body) {
    CRC32C sum = new CRC32C();
    sum.update(body.bytes());
    String tag = String.format(Locale.ROOT, "%08x-%x", sum.getValue(), body.bytes().length);
    @Nullable String vary = body.headers().get("Vary");
    Body plain =
        body.with("Cache-Control", "public, max-age=" + FRESH.toSeconds())
            .with("Vary", vary == null ? "Accept-Encoding" : vary + ", Accept-Encoding");
    return new Cached(
        plain.with("ETag", "\"" + tag + "\""),
        new Body(body.status(), body.contentType(), zipped(body.bytes()), plain.headers())
            .with("ETag", "\"" + tag + "-gzip\"")
            .with("Content-Encoding", "gzip"));
  }

  private static byte[] zipped(byte[] bytes) {
    var zipped = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(zipped)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return zipped.toByteArray();
  }
}
