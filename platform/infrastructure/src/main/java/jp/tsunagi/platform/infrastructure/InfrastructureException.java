package jp.tsunagi.platform.infrastructure;

/** PostgreSQL, Kafka or a key file could not be prepared or started; the message is one sentence for the user. */
public class InfrastructureException extends RuntimeException {
    public InfrastructureException(String sentence) {
        super(sentence);
    }

    public InfrastructureException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
