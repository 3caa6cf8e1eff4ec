package dev.makemore.model.text;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.makemore.model.contract.ChoppedFile;
import java.io.IOException;

/** The inputs are in the form of {@link ChoppedFile#ofFuzzed}. */
class CorpusReaderFuzzTest {

  @FuzzTest
  void anyBytesInAnyPiecesAreReadAsIfDecodedAtOnce(byte[] input) throws IOException {
    ReaderCheck.readsWhatIsThere(ChoppedFile.ofFuzzed(input));
  }
}
