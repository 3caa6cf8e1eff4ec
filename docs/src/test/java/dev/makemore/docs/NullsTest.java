package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.nn.Activation;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.Descent;
import dev.makemore.mlp.PerceptronTrainer;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Scorer;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import dev.makemore.ngram.NgramModel;
import dev.makemore.ngram.Smoothing;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Selection;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every public factory and {@code with} method of the libraries refuses a null at once, where the
 * caller who passed it can see it, and not when it is used later. Records are results, and only
 * hold what the library puts into them.
 */
class NullsTest {

  /** An argument of each type, so that one argument at a time can be null and the others right. */
  private static final Map<Class<?>, Object> ARGUMENTS = new HashMap<>();

  private static <T> void argument(Class<T> type, T value) {
    ARGUMENTS.put(type, value);
  }

  static {
    Corpus corpus = Corpus.of("ab", "a");
    Tape tape = Tape.create();
    argument(boolean.class, true);
    argument(int.class, 1);
    argument(long.class, 1L);
    argument(double.class, 0.5);
    argument(String.class, "a");
    argument(CharSequence.class, "a");
    argument(Path.class, Path.of("pom.xml"));
    argument(RandomGenerator.class, Xoshiro256PlusPlus.of(1));
    argument(Consumer.class, x -> {});
    argument(Tape.class, tape);
    argument(Value.class, tape.value(1));
    argument(Activation.class, Activation.TANH);
    argument(LearningRate.class, LearningRate.constant(0.1));
    argument(Vocabulary.class, corpus.vocabulary());
    argument(Corpus.class, corpus);
    argument(Transitions.class, corpus);
    argument(BigramCounts.class, BigramCounts.of(corpus));
    argument(LanguageModel.class, CountModel.fit(corpus));
    argument(CountModel.class, CountModel.fit(corpus));
    argument(BigramTrainer.class, BigramTrainer.create());
    argument(BigramNet.class, BigramNet.of(corpus.vocabulary(), new double[9]));
    argument(Descent.class, Descent.PLAIN);
    argument(PerceptronTrainer.class, PerceptronTrainer.create());
    argument(TextForm.class, TextForm.asWritten());
    argument(TextSource.class, TextSource.file(Path.of("pom.xml")));
    argument(Normalizer.Form.class, Normalizer.Form.NFC);
    argument(Sampler.class, Sampler.of(CountModel.fit(corpus)));
    argument(Selection.class, Selection.all());
    argument(NgramCounts.class, NgramCounts.of(2, corpus));
    argument(Smoothing.class, Smoothing.kneserNey());
    argument(Scorer.class, Scorer.of(CountModel.fit(corpus)));
  }

  @Test
  void aNullIsRefusedAtOnce() throws Exception {
    Set<String> taken = new TreeSet<>();
    int refused = 0;
    for (Class<?> type : exportedTypes()) {
      for (Method method : makers(type)) {
        for (int i = 0; i < method.getParameterCount(); i++) {
          Object[] arguments = arguments(method);
          if (mayNotBeNull(method.getParameters()[i]) && isComplete(arguments, i)) {
            arguments[i] = null;
            if (refuses(method, arguments)) {
              refused++;
            } else {
              taken.add(method + ", argument " + (i + 1));
            }
          }
        }
      }
    }
    assertThat(taken).isEmpty();
    assertThat(refused).isGreaterThan(30);
  }

  /** The public types in the packages that our libraries export. */
  private static List<Class<?>> exportedTypes() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> one :
        List.of(
            Tape.class,
            Sampler.class,
            CountModel.class,
            NgramModel.class,
            BigramNet.class,
            PerceptronTrainer.class)) {
      Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (var module : ModuleFinder.of(place).findAll()) {
        Set<String> exported = new TreeSet<>();
        module.descriptor().exports().forEach(export -> exported.add(export.source()));
        try (var reader = module.open();
            var names = reader.list()) {
          for (String name : names.filter(n -> n.endsWith(".class")).sorted().toList()) {
            String className = name.replace('/', '.').substring(0, name.length() - 6);
            if (exported.contains(className.replaceFirst("\\.[^.]*$", ""))) {
              types.add(Class.forName(className));
            }
          }
        }
      }
    }
    types.removeIf(type -> !Modifier.isPublic(type.getModifiers()) || type.isRecord());
    return types;
  }

  /** The static methods, and those that return a changed copy. */
  private static List<Method> makers(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() == type && !method.isSynthetic())
        .filter(
            method ->
                Modifier.isStatic(method.getModifiers())
                    || (method.getReturnType() == type && ARGUMENTS.containsKey(type)))
        .toList();
  }

  private static boolean mayNotBeNull(Parameter parameter) {
    return !parameter.getType().isPrimitive()
        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
  }

  private static boolean isComplete(@Nullable Object[] arguments, int butFor) {
    for (int i = 0; i < arguments.length; i++) {
      if (i != butFor && arguments[i] == null) {
        return false;
      }
    }
    return true;
  }

  private static boolean refuses(Method method, @Nullable Object... arguments)
      throws IllegalAccessException {
    try {
      method.invoke(ARGUMENTS.get(method.getDeclaringClass()), arguments);
      return false;
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof NullPointerException;
    }
  }
}
