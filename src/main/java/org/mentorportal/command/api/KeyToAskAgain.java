package org.mentorportal.command.api;

import org.jspecify.annotations.Nullable;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.api.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Whoever sent no key, and is told that it is being checked whether it was done, could not ask again without the one that was made. */
@RestControllerAdvice
class KeyToAskAgain implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter answer, MediaType type,
                                            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
                                            ServerHttpResponse response) {
        if (body instanceof Problem problem && CommandRule.BEING_CHECKED.name().equals(problem.rule())
                && request instanceof ServletServerHttpRequest call) {
            CommandKeyArgument.usedBy(call.getServletRequest()).map(CommandKey::value)
                    .ifPresent(key -> response.getHeaders().set(CommandKeyArgument.HEADER, key));
        }
        return body;
    }
}
