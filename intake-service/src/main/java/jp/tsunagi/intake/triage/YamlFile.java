package jp.tsunagi.intake.triage;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.platform.code.Coded;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file whose every value knows its line, so that who wrote it is told where it is wrong. */
final class YamlFile {

    private final String name;
    private final Value root;

    private YamlFile(String name, Node root) {
        this.name = name;
        this.root = new Value(root);
    }

    /** @throws InvalidRules when it is no YAML */
    static YamlFile parse(String name, String content) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(content));
            if (root == null) {
                throw new InvalidRules(name, 1, "the file is empty");
            }
            return new YamlFile(name, root);
        } catch (MarkedYAMLException wrong) {
            int line =
                    wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
            throw new InvalidRules(name, line, String.valueOf(wrong.getProblem()));
        } catch (YAMLException | NumberFormatException wrong) {
            // Characters that no YAML holds, references, too many levels: without a place of their own.
            throw new InvalidRules(name, 1, String.valueOf(wrong.getMessage()));
        }
    }

    Value root() {
        return root;
    }

    InvalidRules invalid(int line, String reason) {
        return new InvalidRules(name, line, reason);
    }

    /** A line of a text of several lines. */
    record Line(String text, int number) {}

    /** A value of the file. */
    final class Value {
        private final Node node;

        private Value(Node node) {
            this.node = node;
        }

        boolean isOf(String file) {
            return name.equals(file);
        }

        int line() {
            return node.getStartMark().getLine() + 1;
        }

        InvalidRules invalid(String reason) {
            return YamlFile.this.invalid(line(), reason);
        }

        Map<String, Value> entries() {
            if (!(node instanceof MappingNode map)) {
                throw invalid("names with values are expected here");
            }
            Map<String, Value> entries = new LinkedHashMap<>();
            map.getValue().forEach(entry -> {
                Value key = new Value(entry.getKeyNode());
                if (entries.put(key.text(), new Value(entry.getValueNode())) != null) {
                    throw key.invalid(key.text() + " stands here twice");
                }
            });
            return entries;
        }

        List<Value> items() {
            if (!(node instanceof SequenceNode list)) {
                throw invalid("a list is expected here");
            }
            return list.getValue().stream().map(Value::new).toList();
        }

        void allowOnly(String... known) {
            entries().forEach((key, value) -> {
                if (!Set.of(known).contains(key)) {
                    throw value.invalid("nothing is called " + key);
                }
            });
        }

        Value required(String key) {
            return optional(key).orElseThrow(() -> invalid(key + " is missing"));
        }

        Optional<Value> optional(String key) {
            return Optional.ofNullable(entries().get(key));
        }

        String text() {
            if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
                throw invalid("a text is expected here");
            }
            return scalar.getValue().strip();
        }

        /** The words of a text, or of a list. */
        List<String> words() {
            return node instanceof SequenceNode
                    ? items().stream().map(Value::text).toList()
                    : Arrays.asList(text().split("\\s+"));
        }

        /** The lines of a text written with {@code |}; those that begin with # are remarks. */
        List<Line> lines() {
            String[] written = ((ScalarNode) node).getValue().split("\n");
            int first = ((ScalarNode) node).isPlain() ? line() : line() + 1;
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < written.length; i++) {
                String line = written[i].strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    lines.add(new Line(line, first + i));
                }
            }
            return lines;
        }

        <E extends Enum<E> & Coded> E code(Class<E> type, String code) {
            return Coded.find(type, code).orElseThrow(() -> invalid("unknown " + type.getSimpleName() + ": " + code));
        }
    }
}
