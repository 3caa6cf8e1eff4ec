package dev.makemore.sampling.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongFunction;

/**
 * Four blocks in the making side by side.
 *
 * <p>The token that is drawn decides from which row the next one is drawn. So one block is a chain
 * of results that wait for each other, some fifteen cycles a token, while the processor could do
 * several instructions a cycle. But no block waits for another one. When four of them take turns in
 * one loop, three go on while one waits, and all four take less than half the time that they take
 * one after the other. Six would hardly be faster.
 *
 * <p>The four share an array of random numbers and one of tokens, since x86-64 has sixteen
 * registers, and arrays of their own would take eight.
 */
public final class FourBlocks implements BulkWriter.Batch {

  private static final int BLOCKS = 4;

  private final FlatModel model;
  private final LongFunction<RandomBits> generators;
  private final long count;
  private final long[] bits = new long[BLOCKS * Block.RUN]; // those of one block, then the next
  private final char[] tokens = new char[BLOCKS * Block.RUN];
  private final Block[] blocks = new Block[BLOCKS];

  /** A generator of random numbers that makes many at a time. */
  public interface RandomBits {
    /** Puts the next {@code count} numbers into {@code bits}, from {@code from} on. */
    void fill(long[] bits, int from, int count);
  }

  /**
   * An empty batch.
   *
   * @param maxLength where items are cut, in characters, the prefix included
   * @param count how many items there are in all blocks
   * @param generators gives the generator of a block at its start
   */
  public FourBlocks(
      FlatModel model, int maxLength, long count, LongFunction<RandomBits> generators) {
    this.model = model;
    this.generators = generators;
    this.count = count;
    for (int i = 0; i < BLOCKS; i++) {
      blocks[i] = new Block(model, maxLength, bits, tokens, i * Block.RUN);
    }
  }

  @Override
  public int blocks() {
    return BLOCKS;
  }

  @Override
  public void begin(long number) {
    for (int i = 0; i < BLOCKS; i++) {
      long block = BLOCKS * number + i;
      blocks[i].begin(generators.apply(block), BulkWriter.itemsOf(block, count));
    }
    runSideBySide();
    for (Block block : blocks) {
      block.run(); // little is left: blocks of as many items are nearly equally long
    }
  }

  private void runSideBySide() {
    for (int steps = steps(); steps > 0; steps = steps()) {
      for (Block block : blocks) {
        block.draw(steps);
      }
      walk(steps);
      for (Block block : blocks) {
        block.write(steps);
      }
    }
  }

  /** What the block that allows the fewest allows. */
  private int steps() {
    int steps = Block.RUN;
    for (Block block : blocks) {
      steps = Math.min(steps, block.steps());
    }
    return steps;
  }

  /** Written out four times: the compiler keeps variables in registers, but not array elements. */
  private void walk(int steps) {
    long a = blocks[0].state;
    long b = blocks[1].state;
    long c = blocks[2].state;
    long d = blocks[3].state;
    for (int i = 0; i < steps; i++) {
      a = model.next(a, bits[i]);
      b = model.next(b, bits[i + Block.RUN]);
      c = model.next(c, bits[i + 2 * Block.RUN]);
      d = model.next(d, bits[i + 3 * Block.RUN]);
      tokens[i] = FlatModel.token(a);
      tokens[i + Block.RUN] = FlatModel.token(b);
      tokens[i + 2 * Block.RUN] = FlatModel.token(c);
      tokens[i + 3 * Block.RUN] = FlatModel.token(d);
    }
    blocks[0].state = a;
    blocks[1].state = b;
    blocks[2].state = c;
    blocks[3].state = d;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (Block block : blocks) {
      do {
        block.writeTo(out);
      } while (block.run());
    }
  }

  @Override
  public long cut() {
    long cut = 0;
    for (Block block : blocks) {
      cut += block.cut();
    }
    return cut;
  }
}
