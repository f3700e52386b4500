package jp.tsunagi.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rows of {@code docs/security-requirements.csv} that a test proves, or a class whose tests prove them
 * together. It is the last annotation above the declaration, because {@code docs/security.md} is generated from the
 * sources. The modules that do not see this one (platform/infrastructure, which this one is built on, deploy/local and
 * deploy/e2e) say the same with JUnit's {@code @Tag("R8.2")}.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Requirement {

    String[] value();
}
