package jp.tsunagi.platform.infrastructure;

/** A part of the local stack cannot do its work; the message is one sentence for the person at the terminal. */
public class InfrastructureException extends RuntimeException {
    public InfrastructureException(String sentence) {
        super(sentence);
    }

    public InfrastructureException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
