/** A project whose versions come from the BOM of makemore and from that of Spring Boot. */
module example {
  requires dev.makemore.bigram.count;
}
