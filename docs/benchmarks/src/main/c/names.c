/*
 * Makes names as the library does, draw for draw: bigrams counted from a file of a to z, the alias
 * method, xoshiro256++, blocks of 4,096 names. Names are made one block at a time, or four side by
 * side, which is more than twice as fast: the steps of one name wait for each other, those of four
 * do not. There is no branch in the draw, and none at the end of a name.
 *
 *   names FILE 1|4 length|hash
 *
 * The answer is the number of bytes, or their hash: h = 31 h + byte, modulo 2^32. The hash is there
 * to show once that the work is the same; it is not to be measured.
 */
#include <stdint.h>
#include <string.h>

#include "reference.h"

enum { TOKENS = 27, BLOCK = 4096, BLOCKS = 240, LANES = 4, RUN = 512, SEED = 42 };

typedef unsigned __int128 uint128_t;

/* Where a row begins, in the upper half; its token's character; in the lowest byte its columns. */
typedef uint64_t state;

typedef struct {
  uint64_t threshold;
  state own, alias;
} column;

typedef struct {
  uint64_t s0, s1, s2, s3;
} generator;

/* A block that is being made. */
typedef struct {
  generator random;
  state at;
  int names; /* left to make */
  char *end; /* of what has been written */
  char text[BLOCK * 64];
} lane;

static column columns[TOKENS * TOKENS];
static state start;
static lane lanes[LANES];
static int width;
static int hashes;

static uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static generator generator_of(uint64_t seed, uint64_t stream) {
  const uint64_t gamma = 0x9E3779B97F4A7C15u;
  uint64_t z = mix(mix(seed + gamma) + stream);
  return (generator){mix(z + gamma), mix(z + 2 * gamma), mix(z + 3 * gamma), mix(z + 4 * gamma)};
}

static inline uint64_t rotated(uint64_t x, int k) { return x << k | x >> (64 - k); }

static inline uint64_t next(generator *g) {
  uint64_t result = rotated(g->s0 + g->s3, 23) + g->s0;
  uint64_t shifted = g->s1 << 17;
  g->s2 ^= g->s0;
  g->s3 ^= g->s1;
  g->s1 ^= g->s2;
  g->s0 ^= g->s3;
  g->s2 ^= shifted;
  g->s3 = rotated(g->s3, 45);
  return result;
}

static inline char character(state s) { return (char)(s >> 8); }

/* With a conditional expression gcc would branch, and mispredict half the time. */
static inline state step(state s, uint64_t bits) {
  uint128_t product = (uint128_t)bits * (s & 0xFF);
  const column *c = &columns[(s >> 32) + (uint64_t)(product >> 64)];
  uint64_t below = -(uint64_t)((uint64_t)product < c->threshold);
  return c->alias ^ ((c->own ^ c->alias) & below);
}

static void alias_table(const double *weights, int n, uint64_t *thresholds, int *aliases) {
  double height[TOKENS], total = 0;
  int work[TOKENS], short_end = 0, tall_start = n;
  for (int i = 0; i < n; i++) total += weights[i];
  for (int i = 0; i < n; i++) {
    height[i] = weights[i] / total * n;
    thresholds[i] = 0;
    aliases[i] = i;
    if (height[i] < 1) {
      work[short_end++] = i;
    } else {
      work[--tall_start] = i;
    }
  }
  while (short_end > 0 && tall_start < n) {
    int low = work[--short_end], tall = work[tall_start];
    thresholds[low] = (uint64_t)(height[low] * 0x1p63) << 1;
    aliases[low] = tall;
    height[tall] -= 1 - height[low];
    if (height[tall] < 1) {
      tall_start++;
      work[short_end++] = tall;
    }
  }
}

static void count(const char *file, long counts[TOKENS][TOKENS]) {
  FILE *in = fopen(file, "r");
  if (!in) fail("no such file of names");
  int previous = 0;
  for (int c; (c = getc(in)) != EOF;) {
    int token = c == '\n' ? 0 : c - 'a' + 1;
    if (token < 0 || token >= TOKENS) fail("names of a to z, please");
    counts[previous][token]++;
    previous = token;
  }
  fclose(in);
}

static void build(long counts[TOKENS][TOKENS]) {
  state states[TOKENS];
  uint64_t cells = 0;
  for (int i = 0; i < TOKENS; i++) {
    uint64_t n = 0;
    for (int j = 0; j < TOKENS; j++) n += counts[i][j] > 0;
    states[i] = cells << 32 | (uint64_t)(i == 0 ? '\n' : 'a' + i - 1) << 8 | n;
    cells += n;
  }
  for (int i = 0; i < TOKENS; i++) {
    double weights[TOKENS], total = 0;
    uint64_t thresholds[TOKENS];
    int tokens[TOKENS], aliases[TOKENS], n = 0;
    for (int j = 0; j < TOKENS; j++) total += counts[i][j];
    for (int j = 0; j < TOKENS; j++) {
      if (counts[i][j] > 0) {
        weights[n] = counts[i][j] / total;
        tokens[n++] = j;
      }
    }
    alias_table(weights, n, thresholds, aliases);
    for (int k = 0; k < n; k++) {
      columns[(states[i] >> 32) + k] =
          (column){thresholds[k], states[tokens[k]], states[tokens[aliases[k]]]};
    }
  }
  start = states[0];
}

void prepare(int argc, char **argv) {
  static long counts[TOKENS][TOKENS];
  if (argc != 4) fail("usage: names FILE 1|4 length|hash");
  count(argv[1], counts);
  build(counts);
  width = atoi(argv[2]);
  hashes = strcmp(argv[3], "hash") == 0;
}

/* What is left of a block, or all of it. */
static void finish(lane *l) {
  generator random = l->random;
  state at = l->at;
  char *end = l->end;
  for (int names = l->names; names > 0;) {
    at = step(at, next(&random));
    *end++ = character(at);
    names -= character(at) == '\n';
  }
  l->end = end;
}

/*
 * The blocks of all lanes side by side, until one is done. A step ends one name at most, so as many
 * steps as there are names left are too few to go too far, and nothing has to be checked between.
 * First all random numbers of a run, then its steps, then its line ends: each loop by itself keeps
 * what it needs in registers.
 */
static void side_by_side(void) {
  static uint64_t bits[LANES][RUN];
  for (;;) {
    int steps = RUN;
    for (int i = 0; i < LANES; i++) steps = lanes[i].names < steps ? lanes[i].names : steps;
    if (steps == 0) return;
    for (int i = 0; i < LANES; i++) {
      generator random = lanes[i].random;
      for (int k = 0; k < steps; k++) bits[i][k] = next(&random);
      lanes[i].random = random;
    }
    state a = lanes[0].at, b = lanes[1].at, c = lanes[2].at, d = lanes[3].at;
    char *ta = lanes[0].end, *tb = lanes[1].end, *tc = lanes[2].end, *td = lanes[3].end;
    for (int k = 0; k < steps; k++) {
      ta[k] = character(a = step(a, bits[0][k]));
      tb[k] = character(b = step(b, bits[1][k]));
      tc[k] = character(c = step(c, bits[2][k]));
      td[k] = character(d = step(d, bits[3][k]));
    }
    lanes[0].at = a, lanes[1].at = b, lanes[2].at = c, lanes[3].at = d;
    for (int i = 0; i < LANES; i++) {
      int ends = 0;
      for (int k = 0; k < steps; k++) ends += lanes[i].end[k] == '\n';
      lanes[i].names -= ends;
      lanes[i].end += steps;
    }
  }
}

double run(void) {
  double length = 0;
  uint32_t hash = 1;
  for (int block = 0; block < BLOCKS; block += width) {
    for (int i = 0; i < width; i++) {
      lane *l = &lanes[i];
      l->random = generator_of(SEED, block + i);
      l->at = start;
      l->names = BLOCK;
      l->end = l->text;
    }
    if (width == LANES) side_by_side();
    for (int i = 0; i < width; i++) {
      finish(&lanes[i]);
      length += lanes[i].end - lanes[i].text;
      if (hashes) {
        for (char *c = lanes[i].text; c < lanes[i].end; c++) hash = 31 * hash + *c;
      }
    }
  }
  return hashes ? hash : length;
}
