/** A project that imports one module of makemore: autograd. */
module example {
  requires dev.makemore.autograd;
}
