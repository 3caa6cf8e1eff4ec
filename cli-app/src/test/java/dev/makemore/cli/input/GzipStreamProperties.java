package dev.makemore.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GzipStreamProperties {

  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /** Unpacks a file that comes in pieces, into pieces. */
  private static byte[] unpack(byte[] file, int piece) throws IOException {
    InputStream pieces =
        new ByteArrayInputStream(file, 2, file.length - 2) {
          @Override
          public synchronized int read(byte[] target, int start, int length) {
            return super.read(target, start, Math.min(piece, length));
          }
        };
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (InputStream in = new GzipStream(pieces)) {
      byte[] buffer = new byte[piece];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        assertThat(read).isPositive();
        content.write(buffer, 0, read);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
    return content.toByteArray();
  }

  @Property
  void membersAreUnpackedOneAfterAnother(
      @ForAll @Size(min = 1, max = 4) List<byte[]> contents,
      @ForAll @IntRange(min = 1, max = 40) int piece,
      @ForAll @IntRange(max = 3) int zeros)
      throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] content : contents) {
      all.writeBytes(content);
      file.writeBytes(gzip(content));
    }
    file.writeBytes(new byte[zeros]);
    assertThat(unpack(file.toByteArray(), piece)).isEqualTo(all.toByteArray());
  }

  @Property
  void aFileWithoutItsEndIsRefused(
      @ForAll byte[] first, @ForAll byte[] second, @ForAll @IntRange(min = 1, max = 40) int cut)
      throws IOException {
    byte[] member = gzip(second);
    byte[] before = gzip(first);
    byte[] file = Arrays.copyOf(before, before.length + member.length);
    System.arraycopy(member, 0, file, before.length, member.length);
    int length = file.length - Math.min(cut, member.length - 1);
    assertThatThrownBy(() -> unpack(Arrays.copyOf(file, length), 7))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("without its end");
  }

  /** Bits that only fill up a byte mean nothing. */
  @Property
  void aChangedBitIsRefusedOrChangesNothing(
      @ForAll byte[] content, @ForAll @IntRange(min = 0) int bit) throws IOException {
    byte[] file = gzip(content);
    file[HEADER + bit / 8 % (file.length - HEADER)] ^= (byte) (1 << bit % 8);
    byte[] unpacked = content;
    try {
      unpacked = unpack(file, 7);
    } catch (ZipException e) {
      assertThat(e).hasMessageContaining("gzip file");
    }
    assertThat(unpacked).isEqualTo(content);
  }

  /** RFC 1952, section 2.3: an extra field, a name, a comment, and a checksum of the header. */
  @Property
  void aHeaderMayHaveMoreInIt(
      @ForAll byte[] content, @ForAll @IntRange(max = 31) int flags, @ForAll boolean damaged)
      throws IOException {
    byte[] plain = gzip(content);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, HEADER);
    if ((flags & 4) != 0) {
      file.writeBytes(new byte[] {5, 1});
      file.writeBytes(new byte[256 + 5]);
    }
    if ((flags & 8) != 0) {
      file.writeBytes(new byte[] {'n', (byte) 0xE9, 0});
    }
    if ((flags & 16) != 0) {
      file.writeBytes(new byte[] {'c', '\n', 0});
    }
    byte[] header = file.toByteArray();
    header[3] = (byte) flags;
    CRC32 checksum = new CRC32();
    checksum.update(header);
    file.reset();
    file.writeBytes(header);
    boolean checked = (flags & 2) != 0;
    if (checked) {
      int low = (int) checksum.getValue() + (damaged ? 1 : 0);
      file.writeBytes(new byte[] {(byte) low, (byte) (low >> 8)});
    }
    file.write(plain, HEADER, plain.length - HEADER);
    if (checked && damaged) {
      assertThatThrownBy(() -> unpack(file.toByteArray(), 9))
          .isInstanceOf(ZipException.class)
          .hasMessageContaining("damaged");
    } else {
      assertThat(unpack(file.toByteArray(), 9)).isEqualTo(content);
    }
    assertThat(plain.length).isGreaterThan(HEADER + TRAILER);
  }
}
