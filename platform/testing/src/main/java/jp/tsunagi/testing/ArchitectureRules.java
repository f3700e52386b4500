package jp.tsunagi.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Rules of the code that every module keeps: the suffix of a class says which technology it may use (table in
 * CONTRIBUTING.md). A module includes them in its ArchitectureTest with {@code ArchTests.in(ArchitectureRules.class)}.
 */
public class ArchitectureRules {

    @ArchTest
    static final ArchRule httpOnlyInResourcesAndPages = noClasses()
            .that(areNotNamed("Resource", "Page"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "jakarta\\.ws\\.rs\\.(GET|POST|PUT|DELETE|PATCH|Path|PathParam|QueryParam|FormParam|HeaderParam)")
            .because("HTTP comes in through a …Resource or a …Page");

    @ArchTest
    static final ArchRule tablesOnlyInRows = noClasses()
            .that(areNotNamed("Row"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.persistence\\.(Entity|Table|Id|Column|Version|Enumerated)")
            .because("a table is mapped by a …Row");

    @ArchTest
    static final ArchRule queriesOnlyInRows = noClasses()
            .that(areNotNamed("Rows"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "jakarta\\.persistence\\.(EntityManager|Query|TypedQuery|Tuple)|io\\.quarkus\\.hibernate\\.orm\\.panache\\..*")
            .because("the queries of a table stand in its …Rows");

    @ArchTest
    static final ArchRule kafkaOnlyInListeners = noClasses()
            .that(areNotNamed("Listener"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.microprofile.reactive.messaging..", "org.apache.kafka..")
            .because("events come in through a …Listener");

    @ArchTest
    static final ArchRule mailOnlyInMails = noClasses()
            .that(areNotNamed("Mails"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus.mailer..")
            .because("mail goes out through a …Mails");

    @ArchTest
    static final ArchRule noLayerNames = noClasses()
            .that(areNotNamedAfterTheirInterface())
            .should()
            .haveNameMatching(
                    ".*(Service|ServiceImpl|Impl|Util|Utils|Helper|Manager|Handler|Processor|DTO|Dto|VO|Mapper|Factory)$")
            .orShould()
            .haveNameMatching(".*\\.(Base|Abstract|Common)[A-Z][A-Za-z]*")
            .because("a name says a thing of the field, not a layer");

    @ArchTest
    static final ArchRule nobodyAsksTheClockOfTheMachine = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .because("now comes from the Clock that is passed in");

    @ArchTest
    static final ArchRule featuresFormNoCircles =
            slices().matching("jp.tsunagi.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everythingIsPackagePrivateUnlessUsed = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Page")
            .or()
            .haveSimpleNameEndingWith("Row")
            .or()
            .haveSimpleNameEndingWith("Rows")
            .or()
            .haveSimpleNameEndingWith("Listener")
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatMayBeMissingSaysSo = classes()
            .should(new ArchCondition<>("reside in a package that says @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getPackageName() + " has no package-info.java that says @NullMarked"));
                    }
                }
            });

    // The implementation of a framework's TokenStateManager may be called InMemoryTokenStateManager.
    private static DescribedPredicate<JavaClass> areNotNamedAfterTheirInterface() {
        return DescribedPredicate.describe(
                "are not named after an interface that they implement",
                type -> type.getAllRawInterfaces().stream()
                        .noneMatch(face -> type.getSimpleName().endsWith(face.getSimpleName())));
    }

    @ArchTest
    static final ArchRule templatesComeFromTheClassPath = noClasses()
            .should()
            .callMethod(Engine.class, "parse", String.class)
            .orShould()
            .callMethod(Engine.class, "parse", String.class, Variant.class)
            .orShould()
            .callMethod(Engine.class, "parse", String.class, Variant.class, String.class)
            .because("what a person typed is never read as a template");

    @ArchTest
    static final ArchRule nobodyReadsXml = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.w3c..", "org.xml..")
            .because("a reader of XML has to be told to load nothing from elsewhere");

    /** Without it the framework would try every reader that it has on a body of any type. */
    @ArchTest
    static final ArchRule whatTakesABodySaysOfWhichType = methods()
            .that(DescribedPredicate.describe("take a body", ArchitectureRules::takesABody))
            .should(new ArchCondition<>("say by @Consumes of which type") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!method.isAnnotatedWith(Consumes.class)
                            && !method.getOwner().isAnnotatedWith(Consumes.class)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no @Consumes"));
                    }
                }
            })
            .allowEmptyShould(true);

    /** A parameter of an operation that comes from nowhere else comes from the body. */
    private static boolean takesABody(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class)
                && method.getParameters().stream()
                        .anyMatch(parameter -> parameter.getAnnotations().stream()
                                .noneMatch(annotation ->
                                        annotation.getRawType().getPackageName().startsWith("jakarta.ws.rs")));
    }

    /** Codes, ids, days and places in a list; everybody who may read a list may see what it is filtered by. */
    private static final Set<String> ADDRESSES = Set.of(
            "agency",
            "approval",
            "as",
            "audience",
            "back",
            "box",
            "category",
            "code",
            "command",
            "cursor",
            "entry",
            "form",
            "id",
            "idle",
            "limit",
            "modified_since",
            "month",
            "need",
            "number",
            "on",
            "referral",
            "request",
            "respondents",
            "rule",
            "state",
            "status",
            "target",
            "to",
            "topic",
            "urgency",
            "verdict",
            "view");

    /** Addresses stay in the history of browsers and in the logs of every machine on the way. */
    @ArchTest
    static final ArchRule nothingThatSomebodyToldStandsInAnAddress = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(new ArchCondition<>("read nothing from the address but what ADDRESSES names") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getParameters().stream()
                            .flatMap(parameter -> Stream.concat(
                                    parameter.tryGetAnnotationOfType(QueryParam.class).stream()
                                            .map(QueryParam::value),
                                    parameter.tryGetAnnotationOfType(PathParam.class).stream()
                                            .map(PathParam::value)))
                            .filter(name -> !ADDRESSES.contains(name))
                            .forEach(name -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " reads " + name + " from its address")));
                }
            })
            .allowEmptyShould(true);

    /** What other features see of the domain has a row in the glossary, so that one thing keeps one name. */
    @ArchTest
    static final ArchRule publicDomainTypesAreInTheGlossary = classes()
            .that(DescribedPredicate.describe("are public domain types", ArchitectureRules::isPublicDomainType))
            .should(stand(Path.of(System.getProperty("tsunagi.root"), "docs", "glossary.md")))
            .allowEmptyShould(true);

    /** A state, value or code: records, enums and sealed interfaces. Collections and use cases are plain classes. */
    private static boolean isPublicDomainType(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().isEmpty()
                && (type.isRecord() || type.isEnum() || type.reflect().isSealed())
                && !type.getSimpleName().matches(".*(Event|Problem|Row|Command|Request|Form|View)")
                && type.getPackageName().matches("jp\\.tsunagi\\.(intake|referral|council|vocabulary).*");
    }

    private static ArchCondition<JavaClass> stand(Path glossary) {
        return new ArchCondition<>("have a row in docs/glossary.md") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!terms(glossary).contains("`" + type.getSimpleName() + "`")) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getSimpleName() + " has no row in docs/glossary.md"));
                }
            }
        };
    }

    private static String terms(Path glossary) {
        try {
            return Files.readString(glossary);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DescribedPredicate<JavaClass> areNotNamed(String... suffixes) {
        return DescribedPredicate.describe("are not named …" + String.join(", …", suffixes), type -> {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            for (String suffix : suffixes) {
                if (outermost.getSimpleName().endsWith(suffix)) {
                    return false;
                }
            }
            return true;
        });
    }
}
