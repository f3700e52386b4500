package jp.tsunagi.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import jp.tsunagi.testing.ArchitectureRules;
import jp.tsunagi.testing.RegexRules;
import jp.tsunagi.testing.Requirement;

@AnalyzeClasses(packages = "jp.tsunagi.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    @Requirement({"R1.3", "R1.10", "R4.1", "R8.3", "R14.1"})
    static final ArchTests house = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    @Requirement("R1.7")
    static final ArchTests regularExpressions = ArchTests.in(RegexRules.class);

    @ArchTest
    static final ArchRule theGatewayHasNoData = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.apache.kafka..")
            .because("the gateway has no rules and no data");

    @ArchTest
    static final ArchRule requestChecksKnowNoFramework = noClasses()
            .that()
            .haveSimpleName("Routes")
            .or()
            .haveSimpleName("CsrfCheck")
            .or()
            .haveSimpleName("RateLimits")
            .or()
            .haveSimpleName("ForwardedHeaders")
            .or()
            .haveSimpleName("LocalPath")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..")
            .because("they are tested in a second, without a server");
}
