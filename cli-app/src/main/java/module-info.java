import ch.qos.logback.classic.spi.Configurator;
import dev.makemore.cli.io.LogConfigurator;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.learn.Learner;
import org.jspecify.annotations.NullMarked;

/**
 * The command makemore. Nothing depends on this module, and it exports nothing; only it prints,
 * configures logging and ends the program.
 */
@NullMarked
module dev.makemore.cli {
  requires static org.jspecify;
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires com.fasterxml.jackson.core;
  requires de.siegmar.fastcsv;
  requires dev.makemore.bigram.count;
  requires dev.makemore.bigram.net;
  requires dev.makemore.explorer;
  requires dev.makemore.mlp;
  requires dev.makemore.ngram;
  requires dev.makemore.sampling;
  requires info.picocli;
  requires org.slf4j;

  uses Learner;
  uses ModelKind;

  provides Configurator with
      LogConfigurator;
}
