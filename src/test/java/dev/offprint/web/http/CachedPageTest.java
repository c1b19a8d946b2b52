package dev.offprint.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CachedPageTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final AtomicInteger made = new AtomicInteger();

  private Body make() {
    return Body.ok("text/plain", "page " + made.incrementAndGet());
  }

  private static String text(CachedPage.Cached kept) {
    return new String(kept.plain().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void itIsMadeOnceInHalfAMinute() {
    CachedPage page = new CachedPage(this::make);
    assertThat(text(page.get(NOON))).isEqualTo("page 1");
    assertThat(text(page.get(NOON.plusSeconds(29)))).isEqualTo("page 1");
    assertThat(text(page.get(NOON.plusSeconds(30)))).isEqualTo("page 2");
  }

  @Test
  void itsTagChangesWithItsContentAlone() {
    CachedPage.Cached one = CachedPage.cached(Body.ok("text/plain", "one"));
    assertThat(CachedPage.cached(Body.ok("text/plain", "one")).plain().headers())
        .isEqualTo(one.plain().headers());
    assertThat(CachedPage.cached(Body.ok("text/plain", "two")).plain().headers().get("ETag"))
        .isNotEqualTo(one.plain().headers().get("ETag"));
    assertThat(one.zipped().headers().get("ETag")).isNotEqualTo(one.plain().headers().get("ETag"));
  }

  @Test
  void compressedItIsTheSame() throws IOException {
    CachedPage.Cached kept = CachedPage.cached(Body.ok("text/plain", "x".repeat(10_000)));
    assertThat(kept.zipped().bytes()).hasSizeLessThan(200);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(kept.zipped().bytes())).readAllBytes())
        .isEqualTo(kept.plain().bytes());
  }

  @Test
  void whileOneMakesItAnewTheOthersGetItAsItWas() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CachedPage page =
        new CachedPage(
            () -> {
              Body body = make();
              if (made.get() == 2) {
                begun.countDown();
                await(mayEnd);
              }
              return body;
            });
    page.get(NOON);
    Instant later = NOON.plusSeconds(60);
    CompletableFuture<CachedPage.Cached> slow =
        CompletableFuture.supplyAsync(() -> page.get(later));
    await(begun);
    assertThat(text(page.get(later))).isEqualTo("page 1");
    mayEnd.countDown();
    assertThat(text(slow.get())).isEqualTo("page 2");
  }

  @Test
  void oneThatCannotBeMadeIsTriedAgain() {
    CachedPage page =
        new CachedPage(
            () -> {
              if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
              }
              return Body.ok("text/plain", "now");
            });
    assertThatThrownBy(() -> page.get(NOON)).hasMessage("not now");
    assertThat(text(page.get(NOON))).isEqualTo("now");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
