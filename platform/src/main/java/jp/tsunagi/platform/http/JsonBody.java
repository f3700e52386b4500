package jp.tsunagi.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import jp.tsunagi.platform.problem.UnreadableInput;
import org.jspecify.annotations.Nullable;

/** Deserializes and validates what is no body of a fixed type, with the refusals of one. */
@ApplicationScoped
public class JsonBody {

    private final ObjectMapper mapper;
    private final Validator validator;

    JsonBody(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** An absent body, and the word null, is an empty object. */
    public <T> T read(@Nullable JsonNode body, Class<T> type) {
        T value = deserialize(body == null || body.isNull() ? mapper.createObjectNode() : body, type);
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw UnreadableInput.refusal(violations);
        }
        return value;
    }

    private <T> T deserialize(JsonNode body, Class<T> type) {
        try {
            return mapper.treeToValue(body, type);
        } catch (JsonProcessingException unreadable) {
            throw UnreadableInput.refusal(unreadable);
        }
    }
}
