package jp.tsunagi.referral.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why personal data may be passed to another agency, as the Act on the Protection of Personal Information
 * (個人情報の保護に関する法律, 平成15年法律第57号) lists it. Article 27 binds private bodies, Article 69 public ones.
 *
 * <p>The text is as read on {@link #AS_OF}; a reform outline was published in January 2026 and is not reflected.
 */
public enum Ground {
    CONSENT("consent", Holder.ANY, "本人の同意(第27条第1項・第69条第2項第1号)", "Consent of the person, Art. 27(1) and 69(2)(i)"),
    LAW("27-1-i", Holder.PRIVATE, "法令に基づく場合(第27条第1項第1号)", "Based on law, Art. 27(1)(i)"),
    LIFE("27-1-ii", Holder.PRIVATE, "人の生命・身体・財産の保護(第27条第1項第2号)", "Life, body or property, Art. 27(1)(ii)"),
    CHILDREN("27-1-iii", Holder.PRIVATE, "公衆衛生・児童の健全な育成(第27条第1項第3号)", "Public health, children, Art. 27(1)(iii)"),
    COOPERATION(
            "27-1-iv", Holder.PRIVATE, "国・地方公共団体の事務への協力(第27条第1項第4号)", "Co-operation with the state, Art. 27(1)(iv)"),
    RESEARCH_RESULTS("27-1-v", Holder.PRIVATE, "学術研究の成果の公表等(第27条第1項第5号)", "Publishing research, Art. 27(1)(v)"),
    RESEARCH_PROVISION("27-1-vi", Holder.PRIVATE, "学術研究目的の提供(第27条第1項第6号)", "Providing for research, Art. 27(1)(vi)"),
    RESEARCH_RECEIPT("27-1-vii", Holder.PRIVATE, "学術研究機関等による取扱い(第27条第1項第7号)", "Received for research, Art. 27(1)(vii)"),
    PUBLIC_LAW("69-1", Holder.PUBLIC, "法令に基づく場合(第69条第1項)", "Based on law, Art. 69(1)"),
    PUBLIC_CONSENT("69-2-i", Holder.PUBLIC, "本人の同意・本人への提供(第69条第2項第1号)", "Consent of the person, Art. 69(2)(i)"),
    PUBLIC_BODY("69-2-iii", Holder.PUBLIC, "他の行政機関等の事務に必要(第69条第2項第3号)", "Another public body's duty, Art. 69(2)(iii)"),
    PERSONS_BENEFIT(
            "69-2-iv", Holder.PUBLIC, "明らかに本人の利益になるとき等(第69条第2項第4号)", "Clearly to the person's benefit, Art. 69(2)(iv)");

    /** The day the citations were last compared with the text of the law (domain.md 5). */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    /** Which kind of body may rely on a ground: Chapter 4 (private) or Chapter 5 (public) of the Act. */
    private enum Holder {
        ANY,
        PRIVATE,
        PUBLIC
    }

    private final String wire;
    private final Holder holder;
    private final String ja;
    private final String en;

    Ground(String wire, Holder holder, String ja, String en) {
        this.wire = wire;
        this.holder = holder;
        this.ja = ja;
        this.en = en;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<Ground> of(String wire) {
        return Stream.of(values()).filter(ground -> ground.wire.equals(wire)).findFirst();
    }

    public String citation(String lang) {
        return "en".equals(lang) ? en : ja;
    }

    public boolean isConsent() {
        return this == CONSENT || this == PUBLIC_CONSENT;
    }

    /** A body under Article 16(2) cannot use the exceptions of Article 27, nor a private one those of Article 69. */
    public boolean isFor(boolean publicBody) {
        return holder == Holder.ANY || publicBody == (holder == Holder.PUBLIC);
    }
}
