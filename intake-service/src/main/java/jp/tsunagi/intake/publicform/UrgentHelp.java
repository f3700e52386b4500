package jp.tsunagi.intake.publicform;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom somebody in danger can call or read at once, in the reader's language. */
@TemplateData
public record UrgentHelp(DangerSign sign, List<Line> lines, List<Place> places) {

    /**
     * A desk's telephone.
     *
     * @param hoursJa as the desk publishes them
     * @param tone {@code life} for the number of the police
     */
    @TemplateData
    public record Line(
            String name,
            String phone,
            @Nullable String hoursJa,
            @Nullable String tone) {}

    /** A page of somebody else. */
    @TemplateData
    public record Place(String name, String url) {}
}
