package dev.offprint.db;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A digest of rows that does not depend on their order, as databases do not agree on the order of
 * texts: the sum of each row's SHA-256. The same rows twice do not cancel each other out.
 */
final class RowDigest {
  private static final int BYTES = 32;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

  private final CopiedTable table;
  private final MessageDigest sha256;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private BigInteger sum = BigInteger.ZERO;
  private long rows;

  RowDigest(CopiedTable table) {
    this.table = table;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java has SHA-256", e);
    }
  }

  void add(@Nullable Object[] row) {
    buffer.reset();
    try (DataOutputStream into = new DataOutputStream(buffer)) {
      for (int column = 0; column < row.length; column++) {
        Object value = row[column];
        into.writeBoolean(value != null);
        if (value != null) {
          table.columns().get(column).kind().digest(value, into);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory takes everything.
    }
    sum = sum.add(new BigInteger(1, sha256.digest(buffer.toByteArray()))).mod(MODULUS);
    rows++;
  }

  /** How many rows there were. */
  long rows() {
    return rows;
  }

  /** In hexadecimal. */
  String value() {
    byte[] bytes = sum.toByteArray();
    byte[] padded = new byte[BYTES];
    int length = Math.min(bytes.length, BYTES);
    System.arraycopy(bytes, bytes.length - length, padded, BYTES - length, length);
    return HexFormat.of().formatHex(padded);
  }
}
