package dev.makemore.site.markdown;

import dev.makemore.site.html.Html;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Changes the tree of a page so that it becomes a page of the site: links lead there, headings can
 * be linked to, a wide table scrolls in itself, and blocks of code are shown by {@link CodeBlock}.
 */
final class Decoration extends AbstractVisitor implements AttributeProvider {

  /** A cell with more characters is prose, which a browser must not squeeze. */
  private static final int SHORT_CELL = 40;

  /**
   * Code in a sentence that is not longer stays on one line: --no-color has no room for a break.
   */
  private static final int UNBROKEN_CODE = 24;

  private final LinkResolver links;
  private final Iterator<Heading> headings;
  private final Map<Node, String> anchors = new HashMap<>();

  /** The headings of the page in their order. */
  Decoration(LinkResolver links, List<Heading> headings) {
    this.links = links;
    this.headings = headings.iterator();
  }

  @Override
  public void visit(org.commonmark.node.Heading node) {
    visitChildren(node);
    if (node.getParent() instanceof org.commonmark.node.Document) {
      Heading heading = headings.next();
      HtmlInline link = new HtmlInline();
      link.setLiteral(
          " <a class=\"anchor\" href=\"#%s\" aria-label=\"Link to: %s\">#</a>"
              .formatted(heading.anchor(), Html.escape(heading.title())));
      node.appendChild(link);
      anchors.put(node, heading.anchor());
    }
  }

  @Override
  public void visit(Link node) {
    visitChildren(node);
    node.setDestination(links.link(node.getDestination()));
  }

  @Override
  public void visit(Image node) {
    visitChildren(node);
    node.setDestination(links.image(node.getDestination()));
  }

  @Override
  public void visit(FencedCodeBlock node) {
    node.insertBefore(html(CodeBlock.html(node.getInfo(), node.getLiteral())));
    node.unlink();
  }

  @Override
  public void visit(CustomBlock node) {
    visitChildren(node);
    if (node instanceof TableBlock) {
      node.insertBefore(html("<div class=\"table\">"));
      node.insertAfter(html("</div>"));
    }
  }

  private static HtmlBlock html(String literal) {
    HtmlBlock block = new HtmlBlock();
    block.setLiteral(literal);
    return block;
  }

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    String anchor = anchors.get(node);
    if (anchor != null) {
      attributes.put("id", anchor);
    } else if (node instanceof Image) {
      attributes.put("loading", "lazy");
    } else if (node instanceof TableCell && PlainText.of(node).length() > SHORT_CELL) {
      attributes.put("class", "long");
    } else if (node instanceof Code code && code.getLiteral().length() <= UNBROKEN_CODE) {
      attributes.put("class", "unbroken");
    }
  }
}
