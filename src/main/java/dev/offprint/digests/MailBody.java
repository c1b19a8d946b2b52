package dev.offprint.digests;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says in one of its forms: text in pieces, some of which many mails have in common.
 * Each piece is turned into octets once, however many mails it stands in.
 *
 * @param pieces in order; together they are the text, its lines ending in {@code \n}
 */
public record MailBody(List<Piece> pieces) {
  public MailBody {
    pieces = List.copyOf(pieces);
  }

  static MailBody of(String text) {
    return new MailBody(List.of(new Piece(text.replaceAll("\\R", "\n"))));
  }

  /** How large it is when it is sent. */
  public WireSize wireSize() {
    WireSize size = WireSize.NONE;
    for (Piece piece : pieces) {
      size = size.plus(piece.wireSize());
    }
    return size;
  }

  /** The whole text. */
  @Override
  public String toString() {
    StringBuilder whole = new StringBuilder();
    pieces.forEach(piece -> whole.append(piece));
    return whole.toString();
  }

  /** Turns pieces into octets, each by itself, such that the octets can follow each other. */
  public interface Encoding {
    /** The octets of a piece, whose lines end in {@code \n}. */
    byte[] octets(String piece);

    /** Whether {@link #piece} can read its octets. */
    default boolean isReadable() {
      return false;
    }

    /**
     * The piece that octets were made of.
     *
     * @throws UnsupportedOperationException unless {@link #isReadable}
     */
    default String piece(byte[] octets) {
      throw new UnsupportedOperationException();
    }
  }

  /** A piece of text, anything but a part of a character; safe for use by many threads. */
  public static final class Piece {
    // Once its octets say it, the text is given up: thousands of pieces are cached.
    private volatile @Nullable String text;
    private volatile @Nullable Encoded readable;
    private volatile @Nullable Encoded other;
    private volatile @Nullable WireSize wireSize;

    public Piece(String text) {
      this.text = text;
    }

    private record Encoded(Encoding encoding, Octets octets) {
      static Encoded of(Piece piece, Encoding encoding) {
        return new Encoded(encoding, Octets.of(encoding.octets(piece.toString())));
      }
    }

    /**
     * The piece in an encoding; the first readable one and the last other that were asked for are
     * cached.
     */
    public Octets in(Encoding encoding) {
      Encoded first = readable;
      if (first != null && first.encoding.equals(encoding)) {
        return first.octets;
      }
      Encoded last = other;
      if (last != null && last.encoding.equals(encoding)) {
        return last.octets;
      }
      Encoded wanted = Encoded.of(this, encoding);
      if (encoding.isReadable() && first == null) {
        readable = wanted;
        text = null;
      } else {
        other = wanted;
      }
      return wanted.octets;
    }

    private WireSize wireSize() {
      WireSize known = wireSize;
      if (known == null) {
        known = WireSize.of(toString());
        wireSize = known;
      }
      return known;
    }

    @Override
    public String toString() {
      String whole = text;
      if (whole != null) {
        return whole;
      }
      Encoded first = Objects.requireNonNull(readable);
      return first.encoding.piece(first.octets.bytes());
    }
  }
}
