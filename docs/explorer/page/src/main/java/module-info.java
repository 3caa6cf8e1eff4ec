import org.jspecify.annotations.NullMarked;

/**
 * The page in which the libraries of makemore run in a browser, as one HTML file: {@link
 * dev.makemore.explorer.ExplorerPage} reads it, and puts a list or a model into it. The file needs
 * nothing else, neither a server nor a network.
 *
 * <p>The module holds the page alone. The Java that runs in it is compiled to JavaScript when
 * makemore is built.
 */
@NullMarked
module dev.makemore.explorer {
  requires static org.jspecify;

  exports dev.makemore.explorer;
}
