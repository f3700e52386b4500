package jp.tsunagi.council.routingguide;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a text as YAML that holds rules, without making anything of it. What the rules say is checked by intake, which
 * knows signs and desks; the council only keeps out what nobody could read.
 */
final class GuideSyntax {

    private static final LoaderOptions OPTIONS = new LoaderOptions();

    private GuideSyntax() {}

    /** The first place at which the text is no routing guide. */
    static Optional<Violation> findMistake(String text) {
        try {
            // Before the tree is built: an alias repeats what stands elsewhere, and building goes as deep as the text.
            Optional<Violation> hostile = findInEvents(text);
            return hostile.isPresent() ? hostile : findInTree(yaml().compose(new StringReader(text)));
        } catch (MarkedYAMLException wrong) {
            return Optional.of(mistake(wrong.getProblemMark(), GuideMistake.NOT_YAML));
        } catch (NumberFormatException outOfRange) {
            // A character that is written by a number no character has.
            return Optional.of(mistake(1, GuideMistake.NOT_YAML));
        } catch (ReaderException wrong) {
            long line = 1
                    + text.codePoints()
                            .limit(wrong.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            return Optional.of(mistake(line, GuideMistake.CHARACTER_NOT_ALLOWED));
        }
    }

    private static Optional<Violation> findInEvents(String text) {
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > OPTIONS.getNestingDepthLimit()) {
                return Optional.of(mistake(event.getStartMark(), GuideMistake.TOO_DEEP));
            }
            if (event instanceof AliasEvent) {
                return Optional.of(mistake(event.getStartMark(), GuideMistake.ALIAS));
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> findInTree(@Nullable Node root) {
        if (root == null) {
            return Optional.of(mistake(1, GuideMistake.EMPTY));
        }
        if (!(root instanceof MappingNode guide)) {
            return Optional.of(mistake(root.getStartMark(), GuideMistake.NO_MAPPING));
        }
        return findNameTwice(root)
                .map(name -> mistake(name.getStartMark(), GuideMistake.NAME_TWICE))
                .or(() -> findInRules(guide));
    }

    private static Optional<Violation> findInRules(MappingNode guide) {
        Optional<Node> rules = guide.getValue().stream()
                .filter(entry -> name(entry).equals("rules"))
                .map(NodeTuple::getValueNode)
                .findFirst();
        if (rules.isEmpty()) {
            return Optional.of(mistake(guide.getStartMark(), GuideMistake.RULES_MISSING));
        }
        return rules.filter(value -> !(value instanceof SequenceNode))
                .map(value -> mistake(value.getStartMark(), GuideMistake.RULES_NO_LIST));
    }

    private static Optional<Node> findNameTwice(Node node) {
        if (node instanceof MappingNode map) {
            Set<String> names = new HashSet<>();
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode && !names.add(name(entry))) {
                    return Optional.of(entry.getKeyNode());
                }
            }
        }
        return parts(node).flatMap(part -> findNameTwice(part).stream()).findFirst();
    }

    private static Stream<Node> parts(Node node) {
        return switch (node) {
            case MappingNode map ->
                map.getValue().stream().flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()));
            case SequenceNode list -> list.getValue().stream();
            default -> Stream.empty();
        };
    }

    private static String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue().strip() : "";
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(OPTIONS));
    }

    private static Violation mistake(@Nullable Mark mark, GuideMistake reason) {
        return mistake(mark == null ? 1 : mark.getLine() + 1, reason);
    }

    private static Violation mistake(long line, GuideMistake reason) {
        return new Violation("/text", CouncilProblem.GUIDE_MALFORMED)
                .with("line", line)
                .with("reason", reason);
    }
}
