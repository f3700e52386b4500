package jp.tsunagi.council.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.function.Function;
import jp.tsunagi.council.FourDigitYear;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.council.topic.TopicCommand.Name;
import jp.tsunagi.platform.code.Coded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row for each command that moves a topic on: its name in the path, what it does, the body that it takes. */
enum TopicCommandType implements Coded {
    ADOPT(Name.ADOPT, "Adopt a topic for the agenda", NoInput.class, _ -> new TopicCommand.Adopt()),
    SCHEDULE(
            Name.SCHEDULE,
            "Set the day of the meeting that discusses a topic",
            MeetingDay.class,
            body -> new TopicCommand.Schedule(body.meetingOn())),
    DISCUSS(Name.DISCUSS, "Record that a topic was discussed", NoInput.class, _ -> new TopicCommand.Discuss()),
    DECIDE(Name.DECIDE, "Record what was decided on a topic", Note.class, body -> new TopicCommand.Decide(body.note())),
    CARRY_OVER(
            Name.CARRY_OVER,
            "Carry a topic over to a later meeting",
            Note.class,
            body -> new TopicCommand.CarryOver(body.note())),
    CLOSE(Name.CLOSE, "Close a topic that was decided", NoInput.class, _ -> new TopicCommand.Close()),
    DECLINE(Name.DECLINE, "Decline a proposed topic", Note.class, body -> new TopicCommand.Decline(body.note())),
    WITHDRAW(
            Name.WITHDRAW,
            "Withdraw a topic before its meeting is set",
            Note.class,
            body -> new TopicCommand.Withdraw(body.note()));

    /** What comes with a command. */
    @Schema(oneOf = {NoInput.class, MeetingDay.class, Note.class})
    sealed interface Body {}

    record NoInput() implements Body {}

    record MeetingDay(@NotNull @FourDigitYear LocalDate meetingOn) implements Body {}

    /** The decision or the reason. */
    record Note(@NotBlank @Size(max = Note.MAX) String note) implements Body {

        static final int MAX = Correction.MAX_NOTE;
    }

    private final Name name;
    private final String summary;
    private final Class<?> body;
    private final Function<Object, TopicCommand.Transition> transition;

    <B> TopicCommandType(Name name, String summary, Class<B> body, Function<B, TopicCommand.Transition> transition) {
        this.name = name;
        this.summary = summary;
        this.body = body;
        this.transition = read -> transition.apply(body.cast(read));
    }

    @Override
    public String code() {
        return name.code();
    }

    /** What the command does, for the API document. */
    String summary() {
        return summary;
    }

    Class<?> body() {
        return body;
    }

    TopicCommand.Transition transition(Object read) {
        return transition.apply(read);
    }
}
