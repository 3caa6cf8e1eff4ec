package dev.makemore.sampling;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Four blocks in the making side by side.
 *
 * <p>What is drawn for one token decides in which row the next one is drawn, so that a processor,
 * which could do several instructions at once, waits for one result after the other, some fifteen
 * cycles a step. The blocks of a seed have nothing to do with each other. So four of them go
 * through one loop in turns, and while one waits the others go on: all four walk in less than half
 * of the time that they take one by one. (Six would hardly be faster.)
 *
 * <p>They share an array of random numbers and one of tokens, as x86-64 has sixteen registers, of
 * which arrays of their own would take eight.
 *
 * <p>A run has as many steps as the shortest of the four lanes allows. When one has nothing left to
 * do, the others go on alone: blocks of as many items are nearly equally long.
 */
final class Lanes implements Batch {

  private static final int LANES = 4;

  private final Machine machine;
  private final long seed;
  private final long count;
  private final long[] bits = new long[LANES * Lane.RUN]; // RUN for each lane, lane after lane
  private final char[] tokens = new char[LANES * Lane.RUN];
  private final Lane a;
  private final Lane b;
  private final Lane c;
  private final Lane d;

  /** For the first {@code count} items of {@code seed}. */
  Lanes(Machine machine, Letters letters, int maxLength, long seed, long count) {
    this.machine = machine;
    this.seed = seed;
    this.count = count;
    this.a = new Lane(machine, letters, maxLength, bits, tokens, 0);
    this.b = new Lane(machine, letters, maxLength, bits, tokens, Lane.RUN);
    this.c = new Lane(machine, letters, maxLength, bits, tokens, 2 * Lane.RUN);
    this.d = new Lane(machine, letters, maxLength, bits, tokens, 3 * Lane.RUN);
  }

  @Override
  public int blocks() {
    return LANES;
  }

  @Override
  public void begin(long number) {
    long block = LANES * number;
    for (Lane lane : lanes()) {
      lane.begin(seed, block, Sampler.itemsOf(block, count));
      block++;
    }
    runSideBySide();
    for (Lane lane : lanes()) {
      lane.run();
    }
  }

  private Lane[] lanes() {
    return new Lane[] {a, b, c, d};
  }

  private void runSideBySide() {
    for (int steps = steps(); steps > 0; steps = steps()) {
      for (Lane lane : lanes()) {
        lane.draw(steps);
      }
      walk(steps);
      for (Lane lane : lanes()) {
        lane.write(steps);
      }
    }
  }

  private int steps() {
    return Math.min(Math.min(a.steps(), b.steps()), Math.min(c.steps(), d.steps()));
  }

  private void walk(int steps) {
    long atA = a.state;
    long atB = b.state;
    long atC = c.state;
    long atD = d.state;
    for (int i = 0; i < steps; i++) {
      atA = machine.step(atA, bits[i]);
      atB = machine.step(atB, bits[i + Lane.RUN]);
      atC = machine.step(atC, bits[i + 2 * Lane.RUN]);
      atD = machine.step(atD, bits[i + 3 * Lane.RUN]);
      tokens[i] = Machine.token(atA);
      tokens[i + Lane.RUN] = Machine.token(atB);
      tokens[i + 2 * Lane.RUN] = Machine.token(atC);
      tokens[i + 3 * Lane.RUN] = Machine.token(atD);
    }
    a.state = atA;
    b.state = atB;
    c.state = atC;
    d.state = atD;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (Lane lane : lanes()) {
      do {
        lane.writeTo(out);
      } while (lane.run());
    }
  }

  @Override
  public long cut() {
    return a.cut() + b.cut() + c.cut() + d.cut();
  }
}
