package jp.tsunagi.council.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.platform.code.Coded;

/** One row for each command that moves a topic on: its name in the path, the body that it takes, what it asks. */
enum TopicCommandType implements Coded {
    ADOPT(NoInput.class, _ -> new TopicCommand.Adopt()),
    SCHEDULE(MeetingDay.class, body -> new TopicCommand.Schedule(body.meetingOn())),
    DISCUSS(NoInput.class, _ -> new TopicCommand.Discuss()),
    DECIDE(Note.class, body -> new TopicCommand.Decide(body.note())),
    CARRY_OVER(Note.class, body -> new TopicCommand.CarryOver(body.note())),
    CLOSE(NoInput.class, _ -> new TopicCommand.Close()),
    DECLINE(Note.class, body -> new TopicCommand.Decline(body.note())),
    WITHDRAW(Note.class, body -> new TopicCommand.Withdraw(body.note()));

    record NoInput() {}

    record MeetingDay(@NotNull LocalDate meetingOn) {}

    /** The decision or the reason. */
    record Note(@NotBlank @Size(max = Note.MAX) String note) {

        static final int MAX = 2_000;
    }

    private final Class<?> body;
    private final Function<Object, TopicCommand.Transition> transition;

    <B> TopicCommandType(Class<B> body, Function<B, TopicCommand.Transition> transition) {
        this.body = body;
        this.transition = read -> transition.apply(body.cast(read));
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Class<?> body() {
        return body;
    }

    TopicCommand.Transition transition(Object read) {
        return transition.apply(read);
    }
}
