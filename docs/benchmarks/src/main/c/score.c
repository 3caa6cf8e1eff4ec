/*
 * The average negative log likelihood of a file under a bigram model: `score FILE` looks the cost of each
 * pair of bytes up in a table and adds it to one sum, as everyone would write it. The model is that of the
 * file itself, with add-one smoothing over the 27 tokens of lower-case names, and is made beforehand.
 */
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "reference.h"

enum { BLOCK = 1 << 17, TOKENS = 27 };

static const char *path;
static unsigned char buffer[BLOCK];
static double costs[256][256];

static int open_file(void) {
  int file = open(path, O_RDONLY);
  if (file < 0) {
    fail("can't open the file");
  }
  return file;
}

static int token(int byte) { return byte == '\n' ? 0 : byte - 'a' + 1; }

void prepare(int argc, char **argv) {
  if (argc != 2) {
    fail("usage: score FILE");
  }
  path = argv[1];
  static double counts[TOKENS][TOKENS];
  static double sums[TOKENS];
  int file = open_file();
  int first = 0;
  for (ssize_t size; (size = read(file, buffer, BLOCK)) > 0;) {
    for (ssize_t i = 0; i < size; i++) {
      int second = token(buffer[i]);
      if (second < 0 || second >= TOKENS) {
        fail("the file must hold lower-case names");
      }
      counts[first][second]++;
      sums[first]++;
      first = second;
    }
  }
  close(file);
  for (int i = 0; i < 256; i++) {
    for (int j = 0; j < 256; j++) {
      int a = token(i), b = token(j);
      if (a >= 0 && a < TOKENS && b >= 0 && b < TOKENS) {
        costs[i][j] = -log((counts[a][b] + 1) / (sums[a] + TOKENS));
      }
    }
  }
}

double run(void) {
  int file = open_file();
  double total = 0;
  double tokens = 0;
  unsigned char first = '\n';
  for (ssize_t size; (size = read(file, buffer, BLOCK)) > 0;) {
    for (ssize_t i = 0; i < size; i++) {
      unsigned char second = buffer[i];
      total += costs[first][second];
      first = second;
    }
    tokens += (double)size;
  }
  close(file);
  return total / tokens;
}
