/** A plug-in for the command makemore: a GPT, small enough to be read in one sitting. */
module example.gpt {
  requires dev.makemore.autograd;
  requires dev.makemore.sampling;

  provides dev.makemore.model.learn.Learner with
      example.gpt.GptLearner;
  provides dev.makemore.model.io.ModelKind with
      example.gpt.GptKind;
}
