package dev.offprint.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Whether the data folder is its user's alone, has room, and whether a process sends for it. */
public record DataFolderCheck(Path data, BooleanSupplier isSending) implements Check {
  private static final long LITTLE = 1_000_000_000L;
  private static final long TOO_LITTLE = 100_000_000L;

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  @Override
  public String name() {
    return "data folder";
  }

  @Override
  public Finding look() {
    Path folder = data.toAbsolutePath().normalize();
    if (!Files.exists(folder)) {
      return new Finding.Warning(
          folder + " is not there yet", "nothing: the first command that keeps something makes it");
    }
    if (!Files.isDirectory(folder)) {
      return new Finding.Fault(folder + " is a file", "name a folder with --data");
    }
    if (!Files.isWritable(folder)) {
      return new Finding.Fault(
          folder + " cannot be written to by this user",
          "run this as its owner, or mend its rights");
    }
    try {
      return look(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private Finding look(Path folder) throws IOException {
    FileStore disk = Files.getFileStore(folder);
    long free = disk.getUsableSpace();
    String room = String.format(Locale.ROOT, "%s, %,.1f GB free", folder, free / 1e9);
    if (free < LITTLE) {
      return Finding.matters(
          free < TOO_LITTLE,
          room,
          "make room: without it nothing can be written down, and so nothing is sent");
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS::contains)) {
      return new Finding.Warning(
          room + "; others may look into it, and it holds readers' addresses",
          "chmod 700 " + folder);
    }
    return isSending.getAsBoolean()
        ? new Finding.Good(room + "; one process sends for it")
        : new Finding.Warning(
            room + "; no process sends for it at the moment",
            "start the service, unless a timer runs `offprint run`");
  }
}
