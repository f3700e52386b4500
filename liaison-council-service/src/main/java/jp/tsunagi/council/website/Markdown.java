package jp.tsunagi.council.website;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The words of a topic as HTML: headings, lists, quotations, emphasis and links of CommonMark. All the rest, such as HTML,
 * character references and indented code, stands there as it was typed, so that who approves a text sees all of it and a
 * text without any marks keeps its lines.
 */
final class Markdown {

    /** More than anybody writes, and little enough for the stack of a thread. */
    private static final int MAX_NESTING = 16;

    private static final int DEEPEST_HEADING = 6;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
            .customInlineContentParserFactory(new AsTyped())
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("https", "http", "mailto")))
            .softbreak("<br>\n")
            .nodeRendererFactory(ImageAsText::new)
            .nodeRendererFactory(DefinitionAsText::new)
            .build();

    private Markdown() {}

    /** @param level of the heading under which the text stands */
    static RawString html(String text, int level) {
        Node document = PARSER.parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(heading.getLevel() + level, DEEPEST_HEADING));
                visitChildren(heading);
            }
        });
        return new RawString(RENDERER.render(document));
    }

    /** A character reference is no character: what it hides is read neither by the scan nor by who approves. */
    private static final class AsTyped implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('&');
        }

        @Override
        public InlineContentParser create() {
            return state -> {
                state.scanner().next();
                return ParsedInline.of(new Text("&"), state.scanner().position());
            };
        }
    }

    /** An image of another site would tell that site who reads here: its description stands in its place. */
    private record ImageAsText(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node image) {
            for (Node part = image.getFirstChild(); part != null; part = part.getNext()) {
                context.render(part);
            }
        }
    }

    /** "[1]: source" shows nothing in CommonMark; people who have never heard of it write their sources like that. */
    private record DefinitionAsText(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(LinkReferenceDefinition.class);
        }

        @Override
        public void render(Node node) {
            LinkReferenceDefinition definition = (LinkReferenceDefinition) node;
            String title = definition.getTitle();
            var html = context.getWriter();
            html.line();
            html.tag("p", Map.of());
            html.text("[" + definition.getLabel() + "]: " + definition.getDestination());
            html.text(title == null ? "" : " " + title);
            html.tag("/p");
            html.line();
        }
    }
}
