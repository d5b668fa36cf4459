package org.mentorportal.command.api;

import io.swagger.v3.oas.models.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.api.ApiHeaders;
import org.mentorportal.shared.api.BadRequest;
import org.mentorportal.shared.api.ProblemStatuses;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A client's own key, or a new one: without a key each call is a new command (DESIGN.md section 11, 17). */
@Component
class CommandKeyArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer, OperationCustomizer {

    static final String HEADER = "Idempotency-Key";
    private static final String USED = CommandKeyArgument.class.getName();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandKey.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandKey.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
                                  @Nullable WebDataBinderFactory binders) {
        String sent = request.getHeader(HEADER);
        CommandKey key = sent == null ? CommandKey.fresh() : CommandKey.sent(sent).orElseThrow(() -> new BadRequest(HEADER));
        request.setAttribute(USED, key, RequestAttributes.SCOPE_REQUEST);
        return key;
    }

    /** The key of the call that is being answered; none, if it is no command. */
    static Optional<CommandKey> usedBy(HttpServletRequest call) {
        return Optional.ofNullable((CommandKey) call.getAttribute(USED));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Arrays.stream(method.getMethodParameters()).noneMatch(this::supportsParameter)) {
            return operation;
        }
        ProblemStatuses.add(operation, HttpStatus.BAD_REQUEST, HttpStatus.FORBIDDEN, HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_CONTENT,
                HttpStatus.TOO_MANY_REQUESTS, HttpStatus.SERVICE_UNAVAILABLE);
        return operation.addParametersItem(ApiHeaders.parameter(HEADER,
                "1 to 200 visible ASCII characters. The same key with the same data is done once and answered alike for 24 hours; "
                        + "with other data it is refused (422). Without one each call is a new command; if it is not known yet whether "
                        + "that was done (503, BEING_CHECKED), the answer has the key to ask again with in a header of this name",
                "6f1c2b1e-0c5f-4f5e-9d5c-2f1f1c0c8a11"));
    }
}
