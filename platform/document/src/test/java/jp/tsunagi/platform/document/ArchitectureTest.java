package jp.tsunagi.platform.document;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "jp.tsunagi.platform.document", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theLibraryIsNobodyElsesBusiness =
            classes().that().arePublic().should().haveSimpleName("PdfDocument");

    @ArchTest
    static final ArchRule nothingIsFetched = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .because("a document holds all that it shows");

    @ArchTest
    static final ArchRule xmlIsReadInOnePlace = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Xhtml(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.xml..")
            .because("a reader of XML has to be told to load nothing from elsewhere");

    @ArchTest
    static final ArchRule noDocumentKnowsWhenItWasMade = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .because("the same letter is the same file");
}
