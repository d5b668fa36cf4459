package org.mentorportal.shared.api;

import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How an {@link IfMatch} reaches a controller, and how the description tells of it. Whoever changes parts of a thing (PATCH) has to say
 * which version they saw, whoever decides about it may.
 */
@Component
class IfMatchArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer, OperationCustomizer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IfMatch.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
                                  @Nullable WebDataBinderFactory binders) {
        return IfMatch.of(request.getHeader(HttpHeaders.IF_MATCH));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Arrays.stream(method.getMethodParameters()).noneMatch(this::supportsParameter)) {
            return operation;
        }
        ProblemStatuses.add(operation, HttpStatus.BAD_REQUEST, HttpStatus.PRECONDITION_FAILED);
        boolean needed = method.hasMethodAnnotation(PatchMapping.class);
        if (needed) {
            ProblemStatuses.add(operation, HttpStatus.PRECONDITION_REQUIRED);
        }
        return operation.addParametersItem(ApiHeaders.parameter(HttpHeaders.IF_MATCH,
                        "Act only on this version, as it came in an ETag; else 412" + (needed ? "; without one 428" : ""), "\"3\"").required(needed));
    }
}
