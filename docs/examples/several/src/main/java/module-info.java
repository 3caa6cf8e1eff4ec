/** A project that imports several modules of makemore, at the version that the BOM names. */
module example {
  requires dev.makemore.bigram.count;
  requires dev.makemore.bigram.net;
}
