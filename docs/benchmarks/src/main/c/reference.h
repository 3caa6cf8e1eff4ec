/*
 * What the references have in common: for each line on standard input a reference does its work once
 * and answers with a number on a line, the result, so that whoever asked can check it. The work is
 * timed from outside, as that of the Java programs is.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <stdio.h>
#include <stdlib.h>

/* Prepares the work; ends the program if an argument is wrong. */
void prepare(int argc, char **argv);

/* Does the work once. */
double run(void);

static void fail(const char *message) {
  fprintf(stderr, "%s\n", message);
  exit(2);
}

int main(int argc, char **argv) {
  prepare(argc, argv);
  for (int c; (c = getchar()) != EOF;) {
    if (c == '\n') {
      printf("%.17g\n", run());
      fflush(stdout);
    }
  }
  return 0;
}

#endif
