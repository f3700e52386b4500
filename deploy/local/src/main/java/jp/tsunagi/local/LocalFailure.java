package jp.tsunagi.local;

/** A part of the local stack cannot do its work; the message is one sentence for the person at the terminal. */
public class LocalFailure extends RuntimeException {
    public LocalFailure(String sentence) {
        super(sentence);
    }

    public LocalFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
