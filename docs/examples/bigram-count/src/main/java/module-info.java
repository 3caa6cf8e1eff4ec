/** A project that imports one module of makemore: bigram-count. */
module example {
  requires dev.makemore.bigram.count;
}
