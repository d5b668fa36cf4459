package org.mentorportal.shared.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes the ETag of each answer that is {@link Versioned}. */
@Component
class VersionedAnswers implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Class<?> body = ResolvableType.forMethodReturnType(method.getMethod()).as(ResponseEntity.class).getGeneric().resolve(Object.class);
        if (body.isAnnotationPresent(Versioned.class)) {
            operation.getResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    answer.addHeaderObject(HttpHeaders.ETAG, new Header().description("Its version, for If-Match").schema(new StringSchema()).example("\"3\""));
                }
            });
        }
        return operation;
    }
}
