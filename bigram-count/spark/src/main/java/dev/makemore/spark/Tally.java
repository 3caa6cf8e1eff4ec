package dev.makemore.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoSerializable;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.NgramBytes;
import dev.makemore.model.NgramCounter;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What a task has counted, or why it can't count. It travels as {@link NgramBytes}: a few KB for
 * pairs, however large the text was.
 *
 * <p>Spark has two ways to send an object, Java's and Kryo's, and a user chooses. So there are two
 * pairs of methods here, and this class is public. It is not for use by others.
 */
public final class Tally implements Externalizable, KryoSerializable {

  @Serial private static final long serialVersionUID = 1;

  private int limit;
  private boolean lowercase;
  private transient NgramCounter counter;
  private int order;
  private transient @Nullable Problem problem;

  /** For serialization. */
  public Tally() {
    this(1, 0, false);
  }

  private Tally(int order, int limit, boolean lowercase) {
    this.order = order;
    this.limit = limit;
    this.lowercase = lowercase;
    this.counter = NgramCounter.create(order);
  }

  /**
   * Nothing counted yet.
   *
   * @param order n, from 1 to 16
   * @param limit how many distinct n-grams there may be
   * @param lowercase whether files are brought into lower case before they are counted
   */
  static Tally create(int order, int limit, boolean lowercase) {
    return new Tally(order, limit, lowercase);
  }

  /** Counts an item; a null and an empty string are none. */
  Tally add(@Nullable String item) {
    if (problem == null && item != null) {
      counter.add(item);
      checkLimit();
    }
    return this;
  }

  /** Counts a part of a file, after a problem too, to find the first one. */
  Tally add(SplitText part) {
    TextForm form = lowercase ? TextForm.asWritten().lowercase() : TextForm.asWritten();
    try (part) {
      if (order <= 2) { // bigram-count has the fast way for pairs, which tell single tokens, too
        counter.addAll(BigramCounts.read(part.source(form)));
      } else {
        counter.addAll(part.source(form));
      }
      checkLimit();
    } catch (MalformedCorpusException e) {
      problem = Problem.first(problem, part.problem(e));
    } catch (EOFException | ZipException e) {
      problem = Problem.first(problem, part.damaged(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Spark tries again, elsewhere
    }
    return this;
  }

  /** Adds what another task has counted. */
  Tally merge(Tally other) {
    problem = Problem.first(problem, other.problem);
    if (problem == null) {
      counter.addAll(other.counter.counts());
      checkLimit();
    }
    return this;
  }

  private void checkLimit() {
    if (counter.distinct() > limit) {
      int characters = counter.counts().vocabulary().size() - 1;
      problem = Problem.first(problem, Problem.tooMany(counter.distinct(), limit, characters));
      counter = NgramCounter.create(order); // and lets go of the memory
    }
  }

  /**
   * What was counted.
   *
   * @throws UnusableTextException if that can't be
   */
  NgramCounts counts() {
    if (problem != null) {
      throw new UnusableTextException(problem);
    }
    return counter.counts();
  }

  private byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(order);
      out.writeInt(limit);
      out.writeBoolean(lowercase);
      out.writeBoolean(problem != null);
      if (problem != null) {
        problem.write(out);
      }
      out.write(NgramBytes.encode(counter.counts()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it writes to memory
    }
    return bytes.toByteArray();
  }

  private void decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      order = in.readInt();
      limit = in.readInt();
      lowercase = in.readBoolean();
      problem = in.readBoolean() ? Problem.read(in) : null;
      counter = NgramCounter.create(order).addAll(NgramBytes.decode(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it reads from memory
    }
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    byte[] bytes = encode();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    decode(bytes);
  }

  @Override
  public void write(Kryo kryo, Output out) {
    byte[] bytes = encode();
    out.writeInt(bytes.length);
    out.writeBytes(bytes);
  }

  @Override
  public void read(Kryo kryo, Input in) {
    decode(in.readBytes(in.readInt()));
  }
}
