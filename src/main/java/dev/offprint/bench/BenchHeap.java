package dev.offprint.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Watches the heap: what is left after each collection, and what the machine had to give. */
final class BenchHeap implements AutoCloseable, NotificationListener {
  private static final double MEGABYTE = 1 << 20;

  private final AtomicLong used = new AtomicLong();
  private final AtomicLong committed = new AtomicLong();
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
          .map(pool -> pool.getName())
          .collect(Collectors.toSet());

  /** Starts to watch, from a heap that was just cleared. */
  static BenchHeap watched() {
    System.gc();
    BenchHeap heap = new BenchHeap();
    emitters().forEach(emitter -> emitter.addNotificationListener(heap, null, null));
    heap.see(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    return heap;
  }

  private static java.util.List<NotificationEmitter> emitters() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map((GarbageCollectorMXBean bean) -> (NotificationEmitter) bean)
        .toList();
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data) {
      see(
          GarbageCollectionNotificationInfo.from(data)
              .getGcInfo()
              .getMemoryUsageAfterGc()
              .entrySet()
              .stream()
              .filter(pool -> heapPools.contains(pool.getKey()))
              .map(java.util.Map.Entry::getValue)
              .mapToLong(MemoryUsage::getUsed)
              .sum());
    }
  }

  private void see(long bytes) {
    used.accumulateAndGet(bytes, Math::max);
    committed.accumulateAndGet(Runtime.getRuntime().totalMemory(), Math::max);
  }

  /** The most that was in use right after a collection, garbage of the old generation included. */
  long usedPeak() {
    return Math.round(used.get() / MEGABYTE);
  }

  /** The most that the process had taken from the machine for the heap. */
  long committedPeak() {
    return Math.round(Math.max(committed.get(), Runtime.getRuntime().totalMemory()) / MEGABYTE);
  }

  static long limit() {
    return Math.round(Runtime.getRuntime().maxMemory() / MEGABYTE);
  }

  @Override
  public void close() {
    for (NotificationEmitter emitter : emitters()) {
      try {
        emitter.removeNotificationListener(this);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
