package jp.tsunagi.referral;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import jp.tsunagi.testing.ArchitectureRules;
import jp.tsunagi.testing.RegexRules;
import jp.tsunagi.testing.Requirement;

@AnalyzeClasses(packages = "jp.tsunagi.referral", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    @Requirement({"R1.3", "R1.10", "R4.1", "R8.3", "R14.1"})
    static final ArchTests house = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    @Requirement("R1.7")
    static final ArchTests regularExpressions = ArchTests.in(RegexRules.class);
}
