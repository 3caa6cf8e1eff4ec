/** A plug-in for the command makemore: a learner of its own. */
module example.learner {
  requires dev.makemore.sampling;

  provides dev.makemore.model.learn.Learner with
      example.Interpolation;
}
