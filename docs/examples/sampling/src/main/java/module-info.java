/** A project that imports one module of makemore: sampling. */
module example {
  requires dev.makemore.sampling;
}
