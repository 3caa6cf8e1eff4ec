package dev.makemore.benchmarks;

import dev.makemore.model.Corpus;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** Large files to count and to score, made once and kept in {@code target/data}. */
public enum TextFile {
  /** The names that makemore carries, drawn at random, one a line. */
  NAMES {
    @Override
    List<String> lines() {
      return names();
    }
  },

  /** Names in ten scripts, drawn at random, one a line: most of the bytes are not ASCII. */
  SCRIPTS {
    @Override
    List<String> lines() {
      return List.of(
          "Zoë",
          "Chloé",
          "François",
          "Łukasz",
          "Søren",
          "Nguyễn",
          "Ελένη",
          "Γιώργος",
          "Анна",
          "Дмитрий",
          "Ольга",
          "محمد",
          "فاطمة",
          "שרה",
          "דוד",
          "आरव",
          "प्रिया",
          "王小明",
          "李娜",
          "さくら",
          "ハルト",
          "지우",
          "민준",
          "สมชาย",
          "Անի");
    }
  };

  private static final Path FOLDER = Path.of("target", "data");

  /** What the lines are drawn from. */
  abstract List<String> lines();

  /** The names that makemore carries. */
  public static List<String> names() {
    Path file = Path.of("..", "..", "cli-app/src/main/resources/dev/makemore/cli/names.txt");
    try {
      return Corpus.read(file).list();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of so many million bytes, or a few more. */
  Path ofMegabytes(int megabytes) throws IOException {
    Path file =
        FOLDER.resolve(name().toLowerCase(java.util.Locale.ROOT) + "-" + megabytes + ".txt");
    if (Files.exists(file)) {
      return file;
    }
    Files.createDirectories(FOLDER);
    Path unfinished = FOLDER.resolve(file.getFileName() + ".tmp");
    byte[][] lines =
        lines().stream()
            .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    RandomGenerator random = Xoshiro256PlusPlus.of(megabytes);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
      for (long left = megabytes * 1_000_000L; left > 0; ) {
        byte[] line = lines[random.nextInt(lines.length)];
        out.write(line);
        left -= line.length;
      }
    }
    return Files.move(unfinished, file);
  }
}
