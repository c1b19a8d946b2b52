package dev.offprint.digests;

import java.util.List;
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
    pieces.forEach(piece -> whole.append(piece.text));
    return whole.toString();
  }

  /** Turns pieces into octets, each by itself, such that the octets can follow each other. */
  public interface Encoding {
    /** The octets of a piece, whose lines end in {@code \n}. */
    byte[] octets(String piece);
  }

  /** A piece of text, anything but a part of a character; safe for use by many threads. */
  public static final class Piece {
    private final String text;
    private volatile @Nullable Encoded encoded;
    private volatile @Nullable Encoded before;
    private volatile @Nullable WireSize wireSize;

    public Piece(String text) {
      this.text = text;
    }

    private record Encoded(Encoding encoding, Octets octets) {}

    /** The piece in an encoding; the last two that were asked for are cached. */
    public Octets in(Encoding encoding) {
      Encoded last = encoded;
      if (last != null && last.encoding.equals(encoding)) {
        return last.octets;
      }
      Encoded other = before;
      Encoded wanted =
          other != null && other.encoding.equals(encoding)
              ? other
              : new Encoded(encoding, Octets.of(encoding.octets(text)));
      before = last;
      encoded = wanted;
      return wanted.octets;
    }

    private WireSize wireSize() {
      WireSize known = wireSize;
      if (known == null) {
        known = WireSize.of(text);
        wireSize = known;
      }
      return known;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
