package jp.tsunagi.council.routingguide;

import jp.tsunagi.platform.code.Coded;

/** What somebody of the secretariat wants to do with a proposed version of the routing guide. */
sealed interface GuideCommand {

    record Adopt() implements GuideCommand {}

    record Withdraw(String reason) implements GuideCommand {

        static final int MAX_REASON = 500;
    }

    /** What the API and the audit call a command. */
    enum Name implements Coded {
        ADOPT,
        WITHDRAW;

        @Override
        public String code() {
            return Coded.kebab(name());
        }
    }

    default Name name() {
        return switch (this) {
            case Adopt _ -> Name.ADOPT;
            case Withdraw _ -> Name.WITHDRAW;
        };
    }
}
