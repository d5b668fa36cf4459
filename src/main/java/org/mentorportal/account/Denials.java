package org.mentorportal.account;

import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Notes who was denied which service: an account's number and the method's name, nothing that anybody sent. */
@Component
class Denials implements AuthorizationEventPublisher {

    private static final Logger log = LoggerFactory.getLogger(Denials.class);

    @Override
    public <T> void publishAuthorizationEvent(Supplier<Authentication> who, T what, @Nullable AuthorizationResult result) {
        if (result != null && !result.isGranted() && what instanceof MethodInvocation call) {
            log.warn("{} denied: {}.{}", name(who.get()), call.getMethod().getDeclaringClass().getSimpleName(), call.getMethod().getName());
        }
    }

    private static String name(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof PortalUser user ? "account " + user.actor().id() : "nobody";
    }
}
