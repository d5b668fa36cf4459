package org.mentorportal.shared.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** In which problems an operation may end, as far as its arguments tell; each kind of argument adds its own. */
@Component
public class ProblemStatuses implements OperationCustomizer {

    static final String RESPONSE = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        add(operation, HttpStatus.UNAUTHORIZED);
        for (MethodParameter argument : method.getMethodParameters()) {
            if (argument.hasParameterAnnotation(PathVariable.class)) {
                add(operation, HttpStatus.BAD_REQUEST, HttpStatus.NOT_FOUND);
            }
            if (argument.hasParameterAnnotation(RequestBody.class) || argument.hasParameterAnnotation(RequestParam.class)) {
                add(operation, HttpStatus.BAD_REQUEST);
            }
        }
        return operation;
    }

    public static void add(Operation operation, HttpStatus... statuses) {
        Arrays.stream(statuses).forEach(status -> operation.getResponses().addApiResponse(Integer.toString(status.value()),
                new ApiResponse().$ref("#/components/responses/" + RESPONSE)));
    }
}
