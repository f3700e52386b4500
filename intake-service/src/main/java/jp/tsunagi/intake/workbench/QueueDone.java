package jp.tsunagi.intake.workbench;

import jp.tsunagi.platform.code.Coded;

/** What a counsellor has just done to the saved views, said on the page that follows. */
public enum QueueDone implements Coded {
    SAVE,
    REMOVE;

    @Override
    public String code() {
        return Coded.kebab(name());
    }
}
