/** A project that imports one module of makemore: mlp. */
module example {
  requires dev.makemore.mlp;
}
