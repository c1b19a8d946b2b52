package dev.offprint.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A service manager's end: a real datagram socket of the Unix domain. */
final class ReceivingSocket implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;

  private final int socket;

  /** At a path of the file system, or in the abstract namespace behind an {@code @}. */
  ReceivingSocket(String name) {
    try (Arena arena = Arena.ofConfined()) {
      byte[] path = name.getBytes(StandardCharsets.UTF_8);
      ByteBuffer address = ByteBuffer.allocate(2 + path.length).order(ByteOrder.nativeOrder());
      address.putShort((short) AF_UNIX).put(path);
      if (name.startsWith("@")) {
        address.put(2, (byte) 0);
      }
      socket = call("socket", AF_UNIX, SOCK_DGRAM, 0);
      MemorySegment bound = arena.allocateFrom(ValueLayout.JAVA_BYTE, address.array());
      done(call("bind", socket, bound, address.capacity()));
      MemorySegment tenSeconds = arena.allocateFrom(ValueLayout.JAVA_LONG, 10, 0);
      done(call("setsockopt", socket, SOL_SOCKET, SO_RCVTIMEO, tenSeconds, 16));
    }
  }

  /** The next datagram, which may be on its way for ten seconds. */
  String next() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment octets = arena.allocate(1_000);
      int length = call("read", socket, octets, 1_000L);
      done(length);
      byte[] text = octets.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
      return new String(text, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    done(call("close", socket));
  }

  private static void done(int result) {
    if (result < 0) {
      throw new IllegalStateException("the C library refuses; did the datagram not come?");
    }
  }

  @SuppressWarnings("restricted") // The C library is the other end.
  private static int call(String function, Object... arguments) {
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      layouts[i] =
          switch (arguments[i]) {
            case Integer ignored -> ValueLayout.JAVA_INT;
            case Long ignored -> ValueLayout.JAVA_LONG;
            default -> ValueLayout.ADDRESS;
          };
    }
    Linker linker = Linker.nativeLinker();
    try {
      return (int)
          linker
              .downcallHandle(
                  linker.defaultLookup().findOrThrow(function),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts))
              .invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
