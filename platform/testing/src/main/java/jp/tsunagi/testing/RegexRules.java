package jp.tsunagi.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No text makes a regular expression slow: where it tries one way after the other, a few thousand letters keep a thread
 * for minutes. Every expression is a constant, so that this can find it, and reads a text about as often as it is long.
 */
public class RegexRules {

    /** How often an expression may read each letter, lookahead and second attempts included. */
    private static final int READS = 400;

    private static final int LENGTH = 1_200;

    @ArchTest
    static final ArchRule regularExpressionsAreConstants = noClasses()
            .should()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceAll", String.class, String.class)
            .orShould()
            .callMethod(String.class, "replaceFirst", String.class, String.class)
            .because("a Pattern in a static field is compiled once, and its cost is tested");

    @ArchTest
    static final ArchRule regularExpressionsAreLinear = classes()
            .should(new ArchCondition<>("read a text in linear time") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    patterns(type)
                            .forEach(pattern -> slowOn(pattern)
                                    .ifPresent(text -> events.add(SimpleConditionEvent.violated(
                                            type,
                                            type.getName() + ": " + pattern + " is slow on texts like " + text))));
                }
            });

    /** The beginning of a text that the expression reads too often. */
    static Optional<String> slowOn(Pattern pattern) {
        List<String> letters = Stream.concat(
                        "a1\u3042@/.- \n%".codePoints().boxed(),
                        pattern.pattern().codePoints().boxed())
                .distinct()
                .limit(40)
                .map(Character::toString)
                .toList();
        return letters.stream()
                .flatMap(one -> letters.stream().map(other -> one.equals(other) ? one : one + other))
                .map(part -> part.repeat(LENGTH / part.length()))
                .flatMap(text -> Stream.of(text, text + "\u0001", "https://" + text, "a@" + text + "\u0001"))
                .filter(text -> isReadTooOften(pattern, text))
                .map(text -> text.substring(0, 16))
                .findFirst();
    }

    private static boolean isReadTooOften(Pattern pattern, String text) {
        var counted = new CountedText(text, new long[] {(long) READS * text.length()});
        try {
            pattern.matcher(counted).matches();
            pattern.matcher(counted).results().forEach(match -> {});
            return false;
        } catch (ReadTooOften tooOften) {
            return true;
        }
    }

    private static List<Pattern> patterns(JavaClass type) {
        boolean holdsAny = type.getFields().stream()
                .anyMatch(field -> field.getRawType().isEquivalentTo(Pattern.class)
                        || field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(involved -> involved.isEquivalentTo(Pattern.class)));
        boolean isConstrained = type.getFields().stream()
                .anyMatch(field -> field.isAnnotatedWith(jakarta.validation.constraints.Pattern.class));
        List<Pattern> patterns = new ArrayList<>();
        if (holdsAny || isConstrained) {
            Class<?> loaded = type.reflect();
            for (Field field : loaded.getDeclaredFields()) {
                constraint(field).ifPresent(patterns::add);
                if (holdsAny) {
                    values(loaded, field).forEach(value -> collect(value, patterns));
                }
            }
        }
        return patterns;
    }

    private static Optional<Pattern> constraint(AnnotatedElement field) {
        return Optional.ofNullable(field.getAnnotation(jakarta.validation.constraints.Pattern.class))
                .map(annotation -> Pattern.compile(annotation.regexp()));
    }

    /** Of a static field its value, of a field of an enum that of each constant. */
    private static Stream<Object> values(Class<?> type, Field field) {
        boolean isStatic = Modifier.isStatic(field.getModifiers());
        if (!isStatic && !type.isEnum()) {
            return Stream.of();
        }
        field.setAccessible(true);
        Stream<?> owners = isStatic ? Stream.of(type) : Arrays.stream(type.getEnumConstants());
        return owners.map(owner -> {
            try {
                return field.get(isStatic ? null : owner);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private static void collect(Object value, List<Pattern> patterns) {
        switch (value) {
            case Pattern pattern -> patterns.add(pattern);
            case Collection<?> many -> many.forEach(one -> collect(one, patterns));
            case null, default -> {}
        }
    }

    /** @param left how many more letters may be read; shared by what the expression cuts out of it */
    private record CountedText(String text, long[] left) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new ReadTooOften();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.substring(start, end), left);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class ReadTooOften extends RuntimeException {}
}
