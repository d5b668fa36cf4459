package org.mentorportal.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts now: from the security context, never from anything that a client sent, and with the rights that they have at this
 * moment: whose stay is over is nobody.
 */
@Component
public class CurrentActor {

    private static final Logger log = LoggerFactory.getLogger(CurrentActor.class);

    private final Stays stays;

    CurrentActor(Stays stays) {
        this.stays = stays;
    }

    /** @throws AccessDeniedException if nobody is signed in */
    public Actor get() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    public Optional<Actor> find() {
        return principal().filter(stays::goesOn).map(PortalUser::actor);
    }

    /** @throws AccessDeniedException if the person holds none of {@code roles}; else the first of them that they hold */
    public By as(Role... roles) {
        Actor person = get();
        return person.asFirstOf(roles).orElseThrow(() -> {
            log.warn("account {} denied: not one of {}", person.id(), Arrays.toString(roles));
            return new AccessDeniedException("not for this role");
        });
    }

    /** Runs {@code work} on this thread as {@code person}: for set-up, never for anything that came from a client. */
    public <T> T actingAs(Actor person, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            var user = new PortalUser(person, "", null);
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities()));
            SecurityContextHolder.setContext(context);
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Runs a person's own change of what proves who they are: if it is made, the session that made it goes on. */
    <O extends Outcome> O goingOn(Function<PowerToCome, O> change) {
        Stay stay = principal().map(PortalUser::stay).orElse(null);
        if (stay == null) {
            return change.apply(power -> { });
        }
        boolean made = false;
        try {
            O outcome = change.apply(stay::expect);
            made = !outcome.changedNothing();
            return outcome;
        } finally {
            if (!made) {
                stay.expectNothing();
            }
        }
    }

    /** Who showed a fitting password in this session, and perhaps not yet all that is asked for. */
    Optional<PortalUser> entering() {
        return principal().filter(stays::isThere);
    }

    private static Optional<PortalUser> principal() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PortalUser user ? Optional.of(user) : Optional.empty();
    }

    /** Who acts before anybody has an account; account 0 in the trail. */
    public static Actor setUp() {
        return new Actor(new AccountId(0), "Set-up", Set.of(Role.ADMIN));
    }
}
