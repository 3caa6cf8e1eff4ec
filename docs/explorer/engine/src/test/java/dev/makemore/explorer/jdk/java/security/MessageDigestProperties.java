package dev.makemore.explorer.jdk.java.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class MessageDigestProperties {

  @Property(tries = 300)
  void aMessageInPartsHasTheDigestOfTheJdk(
      @ForAll @Size(max = 8) List<@Size(max = 300) byte[]> parts) throws NoSuchAlgorithmException {
    MessageDigest ours = MessageDigest.getInstance("SHA-256");
    java.security.MessageDigest theirs = java.security.MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      ours.update(part);
      theirs.update(part);
    }
    assertThat(ours.digest()).isEqualTo(theirs.digest());
  }
}
