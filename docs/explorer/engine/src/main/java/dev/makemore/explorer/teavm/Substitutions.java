package dev.makemore.explorer.teavm;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.teavm.extension.spi.substitution.SimpleSubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Puts classes of ours in place of JDK classes that the compiler's class library lacks. They stand
 * in packages of the same names below {@code dev.makemore.explorer.jdk}, and do what the libraries
 * need.
 *
 * <p>This is a service that the compiler finds.
 */
public final class Substitutions extends SimpleSubstitutionPolicy {

  /** For the service loader. */
  public Substitutions() {}

  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses(
            named(AtomicReferenceArray.class.getName())
                .or(named(MessageDigest.class.getName()))
                .or(named(HexFormat.class.getName()))
                .or(named(Normalizer.class.getName()))
                .or(named(Normalizer.Form.class.getName())))
        .packagePrefix("dev.makemore.explorer.jdk.");
  }
}
