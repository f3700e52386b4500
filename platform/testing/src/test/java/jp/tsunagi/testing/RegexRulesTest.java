package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "\\s+$", "(.*)(.*)=(.*)", "(\\w+\\s?)*;", "[^@]*@x"})
    @Requirement("R1.7")
    void anExpressionThatTriesOneWayAfterTheOtherIsFound(String slow) {
        assertEquals(true, RegexRules.slowOn(Pattern.compile(slow)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]{2,32}", "(?i)https?://[^ ]*", "\\d{4}-\\d{2}", "^/|/$"})
    void anExpressionThatReadsOnceIsNot(String linear) {
        assertEquals(false, RegexRules.slowOn(Pattern.compile(linear)).isPresent());
    }
}
