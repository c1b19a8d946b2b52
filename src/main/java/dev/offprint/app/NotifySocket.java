package dev.offprint.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A datagram socket of the Unix domain, on Linux, as unix(7) has it. Java itself opens only stream
 * sockets of that domain, so the C library is called.
 */
final class NotifySocket {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;

  /** The octets of {@code sun_path}, with the zero behind a name of the file system. */
  private static final int LONGEST = 108;

  private final byte[] address;

  /**
   * A socket at an address; nothing is opened yet.
   *
   * @param name of a file, or of the abstract namespace behind an {@code @}, as in sd_notify(3)
   * @throws IllegalArgumentException when it is neither or too long
   */
  NotifySocket(String name) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    if (!(name.startsWith("/") || name.startsWith("@")) || path.length >= LONGEST) {
      throw new IllegalArgumentException("no address of a Unix socket: " + name);
    }
    boolean isAbstract = path[0] == '@';
    address = new byte[2 + path.length + (isAbstract ? 0 : 1)];
    System.arraycopy(path, 0, address, 2, path.length);
    address[ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : 1] = AF_UNIX;
    if (isAbstract) {
      address[2] = 0;
    }
  }

  /**
   * Sends one datagram.
   *
   * @return whether the receiver's queue took it
   */
  boolean send(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      int socket = (int) Calls.SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
      if (socket < 0) {
        return false;
      }
      MemorySegment octets = arena.allocateFrom(ValueLayout.JAVA_BYTE, message);
      MemorySegment to = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
      long sent =
          (long)
              Calls.SENDTO.invokeExact(
                  socket, octets, (long) message.length, 0, to, address.length);
      int closed = (int) Calls.CLOSE.invokeExact(socket);
      return sent == message.length && closed == 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("functions of the C library throw nothing", e);
    }
  }

  /** Looked up when something is sent, as most processes never do. */
  private static final class Calls {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;

    static final MethodHandle SOCKET = find("socket", FunctionDescriptor.of(INT, INT, INT, INT));
    static final MethodHandle SENDTO =
        find(
            "sendto",
            FunctionDescriptor.of(
                SIZE, INT, ValueLayout.ADDRESS, SIZE, INT, ValueLayout.ADDRESS, INT));
    static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(INT, INT));

    @SuppressWarnings("restricted") // It is what this class is for.
    private static MethodHandle find(String name, FunctionDescriptor description) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), description);
    }
  }
}
