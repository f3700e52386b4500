package jp.tsunagi.referral;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import jp.tsunagi.testing.ArchitectureRules;

@AnalyzeClasses(packages = "jp.tsunagi.referral", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(ArchitectureRules.class);
}
