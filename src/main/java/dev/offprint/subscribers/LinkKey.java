package dev.offprint.subscribers;

import dev.offprint.db.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The secret from which link tokens are derived: 32 random bytes in the data folder, made when they
 * are first needed. Whoever has it can act for every subscriber; without it the links in mails that
 * were sent stop working. So it belongs into the backup, beside the database and not inside; where
 * nodes share a database, it is there too, for all of them.
 */
public final class LinkKey {
  private static final int BYTES = 32;

  private final byte[] bytes;

  LinkKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** As {@link #open(Path, SecureRandom)}, with the platform's strongest usual randomness. */
  public static LinkKey open(Path data) {
    return open(data, new SecureRandom());
  }

  /**
   * Reads the key in a data folder, or makes it, readable by this user alone. Of several processes
   * that do so at once, all get the same key.
   *
   * @param data the folder to keep it in; created if missing
   * @throws LinkKeyUnavailable with one line for the operator when it cannot be used
   */
  public static LinkKey open(Path data, SecureRandom random) {
    Path file = data.resolve(DataFolder.KEY);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(data);
        create(file, random);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != BYTES) {
        throw new LinkKeyUnavailable(
            file,
            "it has "
                + bytes.length
                + " bytes instead of "
                + BYTES
                + ". Restore it from a backup, or delete it: the links in mails already sent then"
                + " stop working.");
      }
      return new LinkKey(bytes);
    } catch (IOException e) {
      throw new LinkKeyUnavailable(file, e);
    }
  }

  /**
   * The key that all nodes have, where several share a database. It is left in this node's folder
   * as well, so that any of these will do when the database is moved.
   *
   * @param data the folder of this key
   * @param agree gives back the one that all use, for the one in this node's folder
   * @throws LinkKeyUnavailable with one line for the operator when it cannot be written
   */
  public LinkKey shared(Path data, UnaryOperator<byte[]> agree) {
    LinkKey all = new LinkKey(agree.apply(bytes));
    if (!Arrays.equals(all.bytes, bytes)) {
      Path file = data.resolve(DataFolder.KEY);
      try {
        Path aside = aside(file, all.bytes);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new LinkKeyUnavailable(file, e);
      }
    }
    return all;
  }

  /** Written aside first, so that the file is never seen half full, whenever this is cut short. */
  private static void create(Path file, SecureRandom random) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    Path aside = aside(file, bytes);
    try {
      publish(aside, file);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; its key is the key.
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static Path aside(Path file, byte[] bytes) throws IOException {
    // Temporary files are created with permissions for their owner alone.
    Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), "link", ".tmp");
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    return aside;
  }

  private static void publish(Path aside, Path file) throws IOException {
    try {
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException e) {
      // A file system without hard links.
      Files.move(aside, file);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * A key of its own for another use than links, from which this one cannot be found.
   *
   * @param use a word that no other use has
   */
  public HmacSha256 derived(String use) {
    return new HmacSha256(
        new HmacSha256(bytes).of(("key for " + use).getBytes(StandardCharsets.US_ASCII)));
  }
}
