package dev.makemore.explorer.jdk.java.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageDigestTest {

  /** Of the examples that NIST publishes for FIPS 180-4. */
  @Test
  void theDigestOfAbcIsThatOfTheStandard() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  /** Up to four blocks, over all ways in which the last block can be filled. */
  @Test
  void everyLengthHasTheDigestOfTheJdk() throws NoSuchAlgorithmException {
    for (int length = 0; length <= 260; length++) {
      byte[] message = new byte[length];
      new Random(length).nextBytes(message);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(message);
      assertThat(digest.digest())
          .as("%d bytes", length)
          .isEqualTo(java.security.MessageDigest.getInstance("SHA-256").digest(message));
    }
  }

  @Test
  void otherAlgorithmsAreRefused() {
    assertThatThrownBy(() -> MessageDigest.getInstance("MD5"))
        .isInstanceOf(NoSuchAlgorithmException.class)
        .hasMessage("MD5");
  }
}
