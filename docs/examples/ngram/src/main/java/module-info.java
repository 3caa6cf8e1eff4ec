/** A project that imports one module of makemore: ngram. */
module example {
  requires dev.makemore.ngram;
}
