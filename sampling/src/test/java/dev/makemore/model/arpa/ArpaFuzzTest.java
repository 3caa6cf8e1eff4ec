package dev.makemore.model.arpa;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** The inputs are ARPA files, good and bad. */
class ArpaFuzzTest {

  @FuzzTest
  void anyBytesAreAModelOrMalformed(byte[] input) throws IOException {
    ArpaCheck.isModelOrMalformed(input);
  }
}
