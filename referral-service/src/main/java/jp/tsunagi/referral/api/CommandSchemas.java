package jp.tsunagi.referral.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.referral.decision.CommandRequest;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.lifecycle.Reasons;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes what each command takes: one schema for each row of {@link CommandType}, all under one operation. */
@OpenApiFilter(RunStage.BUILD)
public class CommandSchemas implements OASFilter {

    private static final String REF = "#/components/schemas/";
    private static final String COMMAND_PATH = "/v1/referrals/{id}/{command}";
    private static final String NEW_REFERRAL_PATH = "/v1/referrals";
    private static final String UNION = CommandRequest.class.getSimpleName();
    private static final String JSON = "application/json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Operation decide = api.getPaths().getPathItem(COMMAND_PATH).getPOST();
        MediaType body = decide.getRequestBody().getContent().getMediaType(JSON);
        body.schema(OASFactory.createSchema());
        for (CommandType type : CommandType.values()) {
            Schema input = input(api, type);
            api.getComponents().addSchema(name(type), schema(type, input));
            body.getSchema().addOneOf(OASFactory.createSchema().ref(REF + name(type)));
            if (!members(input).isEmpty()) {
                body.addExample(type.code(), OASFactory.createExample().value(example(type.code())));
            }
        }
        api.getComponents().removeSchema(UNION);
        for (CommandType type : CommandType.values()) {
            api.getComponents().removeSchema(inputName(type));
        }
        decide.getParameters().stream()
                .filter(parameter -> "command".equals(parameter.getName()))
                .forEach(parameter -> parameter.schema(codes(Coded.codes(CommandType.class))));
        api.getPaths()
                .getPathItem(NEW_REFERRAL_PATH)
                .getPOST()
                .getRequestBody()
                .getContent()
                .getMediaType(JSON)
                .addExample("new-referral", OASFactory.createExample().value(example("new-referral")));
    }

    /** The schema of the record that the command is read into; commands share records. */
    private static Schema input(OpenAPI api, CommandType type) {
        return Objects.requireNonNull(api.getComponents().getSchemas().get(inputName(type)), () -> inputName(type));
    }

    private static Map<String, Schema> members(Schema input) {
        return input.getProperties() == null ? Map.of() : input.getProperties();
    }

    private static String inputName(CommandType type) {
        return CommandShape.of(type).type().getSimpleName();
    }

    /** The command's own schema: nothing but the members of its input, and only the reasons that fit the command. */
    private static Schema schema(CommandType type, Schema input) {
        Schema schema = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .title(type.code())
                .additionalPropertiesBoolean(false)
                .required(input.getRequired());
        members(input).forEach(schema::addProperty);
        if (type.reasons() != Reasons.NONE) {
            schema.addProperty(
                    "reasonCode",
                    codes(type.reasons().codes().stream().map(Coded::code).toList()));
        }
        return schema;
    }

    private static Schema codes(List<String> codes) {
        return OASFactory.createSchema().addType(SchemaType.STRING).enumeration(List.copyOf(codes));
    }

    /** For example {@code AskInformationCommand}. */
    private static String name(CommandType type) {
        StringBuilder name = new StringBuilder();
        Arrays.stream(type.code().split("-"))
                .forEach(word ->
                        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return name.append("Command").toString();
    }

    /** The body that the tests send as well. */
    private static Object example(String name) {
        try (var file = CommandSchemas.class.getResourceAsStream("/examples/" + name + ".json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
