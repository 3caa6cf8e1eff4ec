package dev.makemore.mlp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.makemore.model.contract.FuzzedModel;
import java.io.IOException;

/** The inputs are files without their checksum, which the check adds. */
class PerceptronModelKindFuzzTest {

  @FuzzTest
  void anyBytesAreRefusedOrReadAsAModelThatCanBeSavedAgain(byte[] input) throws IOException {
    FuzzedModel.check(input);
  }
}
