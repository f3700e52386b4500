package jp.tsunagi.council;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** A day or instant in the years 1 to 9999: Java reads years of nine digits, which the database cannot keep. */
@Constraint(validatedBy = FourDigitYear.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
public @interface FourDigitYear {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is no matter of this constraint. */
    class Check implements ConstraintValidator<FourDigitYear, TemporalAccessor> {

        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

        @Override
        public boolean isValid(TemporalAccessor time, ConstraintValidatorContext context) {
            return time == null || isFourDigits(time);
        }

        public static boolean isFourDigits(TemporalAccessor time) {
            if (time instanceof Instant instant) {
                return !instant.isBefore(FIRST) && instant.isBefore(END);
            }
            int year = time.get(ChronoField.YEAR);
            return year >= 1 && year <= 9999;
        }
    }
}
