package dev.makemore.benchmarks;

/** The least that a program on a JVM can do: what its start is compared with. */
public final class Hello {

  private Hello() {}

  /** Says hello. */
  public static void main(String... arguments) {
    System.out.println("hello");
  }
}
