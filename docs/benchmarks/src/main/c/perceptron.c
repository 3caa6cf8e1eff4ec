/*
 * Steps of gradient descent for a perceptron of 2-16-16-1 neurons, with the gradient worked out by
 * hand: see Perceptron.java. Arguments: how many steps are one run, the 337 weights to begin with,
 * neuron by neuron with its bias last, and x, y and label of each of 100 points. The result is the
 * loss at the last step.
 */
#include <string.h>

#include "reference.h"

enum { H = 16, POINTS = 100, INPUTS = 2, PARAMETERS = 3 * H + (H + 1) * H + H + 1 };

#define RATE 0.05
#define L2 1e-4

/* By input, so that the loops over neurons are over neighbors. */
struct network {
  double first[INPUTS][H], first_bias[H];
  double second[H][H], second_bias[H];
  double third[H], third_bias;
};

static struct network start, network, gradient;
static double points[POINTS][INPUTS], labels[POINTS];
static long steps;

void prepare(int argc, char **argv) {
  if (argc != 2 + PARAMETERS + 3 * POINTS) {
    fail("usage: perceptron STEPS WEIGHT... (X Y LABEL)...");
  }
  steps = atol(argv[1]);
  char **next = argv + 2;
  for (int j = 0; j < H; j++) {
    for (int i = 0; i < INPUTS; i++) {
      start.first[i][j] = atof(*next++);
    }
    start.first_bias[j] = atof(*next++);
  }
  for (int j = 0; j < H; j++) {
    for (int i = 0; i < H; i++) {
      start.second[i][j] = atof(*next++);
    }
    start.second_bias[j] = atof(*next++);
  }
  for (int i = 0; i < H; i++) {
    start.third[i] = atof(*next++);
  }
  start.third_bias = atof(*next++);
  for (int n = 0; n < POINTS; n++) {
    for (int i = 0; i < INPUTS; i++) {
      points[n][i] = atof(*next++);
    }
    labels[n] = atof(*next++);
  }
}

/* Adds the gradient of one point's share of the loss, and returns that share. */
static double learn(const double *x, double label) {
  const struct network *w = &network;
  struct network *g = &gradient;
  double one[H], two[H], score = w->third_bias;
  for (int j = 0; j < H; j++) {
    double z = w->first[0][j] * x[0] + w->first[1][j] * x[1] + w->first_bias[j];
    one[j] = z > 0 ? z : 0;
  }
  memcpy(two, w->second_bias, sizeof two);
  for (int i = 0; i < H; i++) {
    for (int j = 0; j < H; j++) {
      two[j] += w->second[i][j] * one[i];
    }
  }
  for (int j = 0; j < H; j++) {
    two[j] = two[j] > 0 ? two[j] : 0;
    score += w->third[j] * two[j];
  }
  double shortfall = 1 - label * score;
  if (shortfall <= 0) {
    return 0;
  }
  double d = -label / POINTS, d_two[H];
  g->third_bias += d;
  for (int j = 0; j < H; j++) {
    g->third[j] += d * two[j];
    d_two[j] = two[j] > 0 ? d * w->third[j] : 0;
    g->second_bias[j] += d_two[j];
  }
  for (int i = 0; i < H; i++) {
    double d_one = 0;
    for (int j = 0; j < H; j++) {
      g->second[i][j] += d_two[j] * one[i];
      d_one += d_two[j] * w->second[i][j];
    }
    d_one = one[i] > 0 ? d_one : 0;
    g->first[0][i] += d_one * x[0];
    g->first[1][i] += d_one * x[1];
    g->first_bias[i] += d_one;
  }
  return shortfall / POINTS;
}

static double step(void) {
  double loss = 0, squares = 0;
  memset(&gradient, 0, sizeof gradient);
  for (int n = 0; n < POINTS; n++) {
    loss += learn(points[n], labels[n]);
  }
  double *w = (double *)&network, *g = (double *)&gradient;
  for (int i = 0; i < PARAMETERS; i++) {
    squares += w[i] * w[i];
    w[i] -= RATE * (g[i] + 2 * L2 * w[i]);
  }
  return loss + L2 * squares;
}

double run(void) {
  double loss = 0;
  network = start;
  for (long s = 0; s < steps; s++) {
    loss = step();
  }
  return loss;
}
