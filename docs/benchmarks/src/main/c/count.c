/*
 * Counts adjacent bytes of a file: `count simple FILE` with one increment a byte into a 256 x 256 table,
 * as everyone would write it; `count quick FILE` as quickly as we could, by loading two bytes as one
 * number, which is the cell's index. Both read the file in blocks. The result is how often n follows a.
 */
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "reference.h"

enum { BLOCK = 1 << 17 };

static int quick;
static const char *path;
static unsigned char buffer[BLOCK + 8];
static uint64_t table[256][256];   /* by first byte, then by second */
static uint32_t cells[1 << 16];    /* by second byte, then by first */

void prepare(int argc, char **argv) {
  if (argc != 3 || (strcmp(argv[1], "simple") != 0 && strcmp(argv[1], "quick") != 0)) {
    fail("usage: count simple|quick FILE");
  }
  quick = strcmp(argv[1], "quick") == 0;
  path = argv[2];
}

static void count_simply(const unsigned char *bytes, size_t size, unsigned char *last) {
  unsigned char first = *last;
  for (size_t i = 0; i < size; i++) {
    unsigned char second = bytes[i];
    table[first][second]++;
    first = second;
  }
  *last = first;
}

static uint64_t load(const unsigned char *bytes) {
  uint64_t eight;
  memcpy(&eight, bytes, sizeof eight);
  return eight;
}

/* The pairs that begin with the first `size` of size + 1 bytes. */
static void count_quickly(const unsigned char *bytes, size_t size) {
  size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    uint64_t even = load(bytes + i);
    uint64_t odd = load(bytes + i + 1);
    cells[even & 0xFFFF]++;
    cells[odd & 0xFFFF]++;
    cells[even >> 16 & 0xFFFF]++;
    cells[odd >> 16 & 0xFFFF]++;
    cells[even >> 32 & 0xFFFF]++;
    cells[odd >> 32 & 0xFFFF]++;
    cells[even >> 48]++;
    cells[odd >> 48]++;
  }
  for (; i < size; i++) {
    cells[bytes[i] | bytes[i + 1] << 8]++;
  }
}

double run(void) {
  memset(table, 0, sizeof table);
  memset(cells, 0, sizeof cells);
  int file = open(path, O_RDONLY);
  if (file < 0) {
    fail("can't open the file");
  }
  buffer[0] = '\n';
  ssize_t size;
  while ((size = read(file, buffer + 1, BLOCK)) > 0) {
    if (quick) {
      count_quickly(buffer, (size_t)size);
      buffer[0] = buffer[size];
    } else {
      count_simply(buffer + 1, (size_t)size, buffer);
    }
  }
  close(file);
  return quick ? (double)cells['a' | 'n' << 8] : (double)table['a']['n'];
}
