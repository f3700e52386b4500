package jp.tsunagi.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.tsunagi.platform.code.Coded;

/** Says at which place, and why, a body could not be read as the API describes it. */
public final class UnreadableInput {

    private UnreadableInput() {}

    public static Refusal refusal(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)) {
            return new Refusal(PlatformProblem.JSON_UNREADABLE);
        }
        String pointer = pointer(mapping);
        return switch (mapping) {
            case UnrecognizedPropertyException _ -> at(pointer, PlatformProblem.FIELD_UNKNOWN);
            case StrictJsonCustomizer.NotStorable _ -> at(pointer, PlatformProblem.TEXT_NOT_STORABLE);
            case InvalidFormatException format
            when isEnum(format.getTargetType()) ->
                new Refusal(
                        PlatformProblem.VALUE_UNKNOWN,
                        List.of(new Violation(pointer, PlatformProblem.VALUE_UNKNOWN)
                                .with("allowed", allowed(format.getTargetType()))));
            default ->
                pointer.isEmpty()
                        ? new Refusal(PlatformProblem.JSON_UNREADABLE)
                        : new Refusal(PlatformProblem.INPUT_INVALID).at(pointer, PlatformProblem.VALUE_MALFORMED);
        };
    }

    public static Refusal refusal(Set<? extends ConstraintViolation<?>> invalid) {
        Violations violations = new Violations();
        for (ConstraintViolation<?> violation : invalid) {
            violations.add(pointer(violation.getPropertyPath()), problem(violation));
        }
        return new Refusal(PlatformProblem.INPUT_INVALID, violations.list());
    }

    private static PlatformProblem problem(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (constraint) {
            case "NotNull" -> PlatformProblem.NOT_NULL;
            case "NotBlank" -> PlatformProblem.NOT_BLANK;
            case "NotEmpty" -> PlatformProblem.NOT_EMPTY;
            case "Size" -> PlatformProblem.SIZE;
            default -> PlatformProblem.VALUE_MALFORMED;
        };
    }

    private static Refusal at(String pointer, PlatformProblem problem) {
        return new Refusal(problem).at(pointer);
    }

    private static boolean isEnum(Class<?> type) {
        return type != null && type.isEnum();
    }

    private static List<String> allowed(Class<?> list) {
        return Arrays.stream(list.getEnumConstants())
                .map(constant -> constant instanceof Coded coded ? coded.code() : constant.toString())
                .toList();
    }

    private static String pointer(JsonMappingException mapping) {
        StringBuilder pointer = new StringBuilder();
        mapping.getPath()
                .forEach(at ->
                        pointer.append('/').append(at.getFieldName() == null ? at.getIndex() : at.getFieldName()));
        return pointer.toString();
    }

    /** Method and argument come first in the path of a resource's parameter: they are ours, not the caller's. */
    private static String pointer(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        StringBuilder pointer = new StringBuilder();
        boolean isParameter = nodes.getFirst().getKind() == ElementKind.METHOD;
        int from = isParameter ? Math.min(2, nodes.size() - 1) : 0;
        for (Path.Node node : nodes.subList(from, nodes.size())) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
