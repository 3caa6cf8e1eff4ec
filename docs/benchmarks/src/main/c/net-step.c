/*
 * Steps of gradient descent for the bigram net, with the gradient worked out by hand: see
 * NetStep.java. Arguments: the names, and how many steps from W = 0 are one run. The result is the
 * loss at the last of them.
 */
#include <math.h>
#include <string.h>

#include "reference.h"

enum { V = 27, CELLS = V * V };

static double weights[CELLS], share[CELLS], context_share[V];
static long steps;

static void count(FILE *names) {
  long counts[CELLS] = {0}, total = 0;
  int context = 0;
  for (int c; (c = getc(names)) != EOF;) {
    int next = c == '\n' ? 0 : c - 'a' + 1;
    if (next < 0 || next >= V) {
      fail("the names have a character that is not from a to z");
    }
    counts[context * V + next]++;
    total++;
    context = next;
  }
  for (int i = 0; i < CELLS; i++) {
    share[i] = (double)counts[i] / total;
    context_share[i / V] += share[i];
  }
}

void prepare(int argc, char **argv) {
  FILE *names = argc == 3 ? fopen(argv[1], "r") : NULL;
  if (names == NULL) {
    fail("usage: net-step FILE STEPS");
  }
  count(names);
  fclose(names);
  steps = atol(argv[2]);
}

/* W -= 50 dL/dW, where dL/dW_ij = w_i p_ij - share_ij + 0.02 W_ij / V^2. */
static double step(void) {
  double loss = 0, squares = 0;
  for (int i = 0; i < V; i++) {
    double *w = weights + i * V, *s = share + i * V;
    double p[V], total = 0;
    for (int j = 0; j < V; j++) {
      p[j] = exp(w[j]);
      total += p[j];
    }
    for (int j = 0; j < V; j++) {
      p[j] /= total;
      if (s[j] > 0) {
        loss -= s[j] * log(p[j]);
      }
      squares += w[j] * w[j];
      w[j] -= 50 * (context_share[i] * p[j] - s[j] + 0.02 / CELLS * w[j]);
    }
  }
  return loss + 0.01 / CELLS * squares;
}

double run(void) {
  double loss = 0;
  memset(weights, 0, sizeof weights);
  for (long s = 0; s < steps; s++) {
    loss = step();
  }
  return loss;
}
