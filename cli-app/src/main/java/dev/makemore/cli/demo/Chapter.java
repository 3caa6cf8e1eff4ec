package dev.makemore.cli.demo;

/** A part of the story. */
interface Chapter {

  /** What it is about. */
  String title();

  /** Writes it. */
  void tell(Page page);
}
