package jp.tsunagi.platform.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XHTML that a document is made from. It lists what may stand there, because a list of what may not is never complete:
 * an address can hide in an attribute, a style, an instruction or an entity.
 */
final class Xhtml {

    /** About forty pages. Layout keeps them in memory: the worst text of this length needs less than 256 MB. */
    static final int LONGEST = 60_000;

    private static final int DEEPEST = 30;
    private static final int WIDEST_SPAN = 20;

    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "title",
            "body",
            "section",
            "div",
            "p",
            "br",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "span",
            "strong",
            "em",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "html", Set.of("lang", "class", "xmlns"),
            "th", Set.of("lang", "class", "scope", "colspan"),
            "td", Set.of("lang", "class", "colspan"));
    private static final Set<String> EVERYWHERE = Set.of("lang", "class");

    /** What these hold, and nothing else does. PDF/UA-1 7.2 asks the same of the tags. */
    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "#document", Set.of("html"),
            "html", Set.of("head", "body"),
            "head", Set.of("title"),
            "ul", Set.of("li"),
            "ol", Set.of("li"),
            "table", Set.of("thead", "tbody", "tr"),
            "thead", Set.of("tr"),
            "tbody", Set.of("tr"),
            "tr", Set.of("th", "td"));

    private static final Set<String> NOWHERE_ELSE =
            CHILDREN.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private Xhtml() {}

    static Document read(String xhtml) {
        if (xhtml.length() > LONGEST) {
            throw new IllegalArgumentException("A document has at most " + LONGEST + " characters of XHTML.");
        }
        try {
            Document page = parser().parse(new InputSource(new StringReader(xhtml)));
            Element html = page.getDocumentElement();
            check(page, 0);
            checkHeadings(html, 0);
            requireTitle(html);
            if (html.getAttribute("lang").isBlank()) {
                html.setAttribute("lang", "ja");
            }
            return page;
        } catch (SAXException malformed) {
            throw new IllegalArgumentException("Not well-formed, or with a document type.", malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void addStyle(Document page, String css) {
        Element style = page.createElement("style");
        style.setAttribute("type", "text/css");
        style.setTextContent(css);
        page.getElementsByTagName("head").item(0).appendChild(style);
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // Without a document type there are no entities: none to fetch, none that grows.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new Strict());
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void check(Node node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("Elements are nested at most " + DEEPEST + " deep.");
        }
        Set<String> children = CHILDREN.get(node.getNodeName());
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child) {
                case Element element -> {
                    if (children == null
                            ? NOWHERE_ELSE.contains(element.getNodeName())
                            : !children.contains(element.getNodeName())) {
                        throw new IllegalArgumentException(
                                "<" + element.getNodeName() + "> has no place in " + node.getNodeName() + ".");
                    }
                    checkElement(element);
                    check(element, depth + 1);
                }
                case Text text -> {
                    if (children != null && !text.getData().isBlank()) {
                        throw new IllegalArgumentException("Text has no place in " + node.getNodeName() + ".");
                    }
                }
                default -> throw new IllegalArgumentException("A document is elements and text.");
            }
        }
    }

    private static void checkElement(Element element) {
        String name = element.getNodeName();
        if (!ELEMENTS.contains(name)) {
            throw new IllegalArgumentException("<" + name + "> has no place in a document.");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!ATTRIBUTES.getOrDefault(name, EVERYWHERE).contains(attribute.getName())) {
                throw new IllegalArgumentException(
                        "<" + name + "> has no attribute " + attribute.getName() + " in a document.");
            }
            if (attribute.getName().equals("colspan")) {
                checkSpan(attribute.getValue());
            }
        }
    }

    /** PDF/UA-1 7.4.2: no level is left out on the way down. */
    private static int checkHeadings(Node node, int last) {
        int level = last;
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            String name = child.getNodeName();
            if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
                int next = name.charAt(1) - '0';
                if (next > level + 1) {
                    throw new IllegalArgumentException("<" + name + "> follows h" + level + ".");
                }
                level = next;
            }
            level = checkHeadings(child, level);
        }
        return level;
    }

    /** A table has as many cells as its spans say, so a span of a million is a million cells. */
    private static void checkSpan(String span) {
        boolean isSmall = span.length() <= 2 && span.chars().allMatch(c -> c >= '0' && c <= '9') && !span.isEmpty();
        if (!isSmall || Integer.parseInt(span) < 1 || Integer.parseInt(span) > WIDEST_SPAN) {
            throw new IllegalArgumentException("A cell spans 1 to " + WIDEST_SPAN + " others.");
        }
    }

    /** PDF/UA-1 7.1: a document has a title, and the window shows it. */
    private static void requireTitle(Element html) {
        Node title = html.getElementsByTagName("title").item(0);
        if (title == null || title.getTextContent().isBlank()) {
            throw new IllegalArgumentException("A document has a title in its head.");
        }
    }

    /** The parser's own prints the place to standard error. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) throws SAXParseException {
            throw warning;
        }

        @Override
        public void error(SAXParseException error) throws SAXParseException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXParseException {
            throw error;
        }
    }
}
