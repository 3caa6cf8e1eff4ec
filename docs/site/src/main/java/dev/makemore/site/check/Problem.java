package dev.makemore.site.check;

/**
 * Something that a reader would stumble over.
 *
 * @param page the file in which it is
 * @param what the link, the picture, the id
 * @param why what is wrong with it
 */
public record Problem(String page, String what, String why) {

  @Override
  public String toString() {
    return page + ": " + what + ": " + why;
  }
}
