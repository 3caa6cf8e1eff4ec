/** A project that imports one module of makemore: bigram-net. */
module example {
  requires dev.makemore.bigram.net;
}
