package dev.makemore.site.markdown;

/** Says where the links of one page lead on the site. */
public interface LinkResolver {

  /** The address to write for a link whose destination in the Markdown is this. */
  String link(String destination);

  /** The address to write for a picture whose destination in the Markdown is this. */
  String image(String destination);
}
