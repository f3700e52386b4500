package jp.tsunagi.platform.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;

/**
 * Refuses a form that is no form, such as one with half an escape, on which the framework's reader fails like a bug, and
 * one with NUL in it, as JSON is refused: PostgreSQL takes none, and what was sealed with one could not be read again.
 */
@Provider
class FormBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            Object read = context.proceed();
            if (read instanceof MultivaluedMap<?, ?> fields && fields.toString().indexOf('\0') >= 0) {
                throw new Refusal(PlatformProblem.TEXT_NOT_STORABLE);
            }
            return read;
        } catch (IllegalArgumentException | IndexOutOfBoundsException noForm) {
            if (context.getMediaType().getSubtype().equals("x-www-form-urlencoded")) {
                throw new Refusal(PlatformProblem.REQUEST_MALFORMED);
            }
            throw noForm;
        }
    }
}
