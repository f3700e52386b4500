package jp.tsunagi.council.website;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import jp.tsunagi.council.FourDigitYear;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.council.topic.TopicCommand.Name;
import jp.tsunagi.council.topic.TopicState;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;

/**
 * One row for each form that moves a topic on: its command, the field that it asks for, what it makes of it. The forms
 * stand on one page, so each has a field of its own; limits and codes are those of the API.
 */
@TemplateData
public enum MoveForm implements Coded {
    ADOPT(Name.ADOPT, "", _ -> new TopicCommand.Adopt()),
    SCHEDULE(Name.SCHEDULE, "meetingOn", form -> new TopicCommand.Schedule(day(form, "meetingOn"))),
    DISCUSS(Name.DISCUSS, "", _ -> new TopicCommand.Discuss()),
    DECIDE(Name.DECIDE, "decision", form -> new TopicCommand.Decide(note(form, "decision"))),
    CARRY_OVER(Name.CARRY_OVER, "carryOverReason", form -> new TopicCommand.CarryOver(note(form, "carryOverReason"))),
    CLOSE(Name.CLOSE, "", _ -> new TopicCommand.Close()),
    DECLINE(Name.DECLINE, "declineReason", form -> new TopicCommand.Decline(note(form, "declineReason"))),
    WITHDRAW(Name.WITHDRAW, "withdrawReason", form -> new TopicCommand.Withdraw(note(form, "withdrawReason")));

    private final Name name;
    private final String field;
    private final Function<Form, TopicCommand.Transition> command;

    MoveForm(Name name, String field, Function<Form, TopicCommand.Transition> command) {
        this.name = name;
        this.field = field;
        this.command = command;
    }

    /** The moves that a topic in this state can make. */
    static List<MoveForm> of(TopicState state) {
        return Arrays.stream(values())
                .filter(move -> state.moves().contains(move.name))
                .toList();
    }

    TopicCommand.Transition command(Form form) {
        return command.apply(form);
    }

    @Override
    public String code() {
        return name.code();
    }

    /** The name of the field; empty for a button alone. */
    public String field() {
        return field;
    }

    public boolean takesDay() {
        return this == SCHEDULE;
    }

    public boolean takesDecision() {
        return this == DECIDE;
    }

    public boolean takesReason() {
        return !field.isEmpty() && !takesDay() && !takesDecision();
    }

    private static LocalDate day(Form form, String field) {
        String typed = form.value(field).strip();
        if (typed.isEmpty()) {
            throw refusal(field, PlatformProblem.NOT_NULL);
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (FourDigitYear.Check.isFourDigits(day)) {
                return day;
            }
            throw refusal(field, PlatformProblem.VALUE_MALFORMED);
        } catch (DateTimeParseException noDay) {
            throw refusal(field, PlatformProblem.VALUE_MALFORMED);
        }
    }

    private static String note(Form form, String field) {
        String typed = form.text(field).strip();
        if (typed.isEmpty()) {
            throw refusal(field, PlatformProblem.NOT_BLANK);
        }
        if (typed.length() > Correction.MAX_NOTE) {
            throw refusal(field, PlatformProblem.SIZE);
        }
        if (typed.indexOf('\0') >= 0) {
            throw refusal(field, PlatformProblem.TEXT_NOT_STORABLE);
        }
        return typed;
    }

    private static Refusal refusal(String field, PlatformProblem why) {
        return new Refusal(PlatformProblem.INPUT_INVALID).at("/" + field, why);
    }
}
