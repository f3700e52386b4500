package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.qute.i18n.MessageBundle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.ProblemCode;
import org.eclipse.microprofile.config.ConfigProvider;

/** Renders every constant that a bundle names, in every language, so that no page ever shows a raw code. */
public final class MessageRules {

    private MessageRules() {}

    /** Call it in a @QuarkusTest of each module: it finds the module's message bundles by itself. */
    public static void everyConstantHasAText() {
        everyConstantHasAText(bundles());
    }

    /** The same for bundles of a jar that has no @QuarkusTest of its own. */
    public static void everyConstantHasAText(List<Class<?>> bundles) {
        List<Locale> languages = ConfigProvider.getConfig().getValues("quarkus.locales", String.class).stream()
                .map(Locale::forLanguageTag)
                .toList();
        int rendered = 0;
        for (Class<?> bundle : bundles) {
            // A language without a file would silently show the default language.
            assertEquals(
                    languages.size(),
                    languages.stream()
                            .map(language -> Messages.in(language, bundle).getClass())
                            .distinct()
                            .count(),
                    bundle.getSimpleName() + " in " + languages);
            for (Method list : Arrays.stream(bundle.getMethods())
                    .filter(MessageRules::takesOneConstant)
                    .toList()) {
                for (Locale language : languages) {
                    for (Object constant : list.getParameterTypes()[0].getEnumConstants()) {
                        isText(bundle.getSimpleName() + "." + list.getName(), constant, text(list, language, constant));
                        rendered++;
                    }
                }
            }
        }
        assertTrue(rendered > 0, "these bundles name no constants");
    }

    private static List<Class<?>> bundles() {
        return new ClassFileImporter()
                .importPath(Path.of("target", "classes")).stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static boolean takesOneConstant(Method method) {
        return method.getParameterCount() == 1 && method.getParameterTypes()[0].isEnum();
    }

    private static String text(Method list, Locale language, Object constant) {
        try {
            return (String) list.invoke(Messages.in(language, list.getDeclaringClass()), constant);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new AssertionError(list + " of " + constant, unreadable);
        }
    }

    private static void isText(String where, Object constant, String text) {
        String shown = where + " shows " + constant + " as '" + text + "'";
        assertFalse(text.isBlank() || text.contains("{"), shown);
        assertFalse(text.equals(constant.toString()), shown);
        // A TLP label is its own code with an explanation; all others must not look like one.
        if (constant instanceof Coded coded) {
            assertFalse(text.equals(coded.code()), shown);
        }
        if (constant instanceof ProblemCode problem) {
            assertFalse(text.equals(problem.code()), shown);
        }
    }
}
