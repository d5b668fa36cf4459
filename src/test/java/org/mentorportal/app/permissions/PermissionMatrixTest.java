package org.mentorportal.app.permissions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.SwitchAccount;
import org.mentorportal.account.TestSignIn;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Role;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.Turn;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * V8.2.1, V8.2.2, V8.3.1, X1, X2, X4, X5: who may do what, at the service, by the table in {@code permissions.txt} (DESIGN.md
 * section 9): every method, by everybody in each role and in several, about what is theirs and what is another's. Who has
 * several roles may do what one of them may, but never decide about themselves.
 */
@Order(Turn.MANY_SERVICES)
@PortalTest
class PermissionMatrixTest {

    /** Somebody who calls, as one or several columns of the table. */
    private record Caller(String name, @Nullable AccountInfo person, @Nullable Authentication session, Cast cast, Set<String> columns) {

        Caller(String name, @Nullable AccountInfo person, Cast cast, Set<String> columns) {
            this(name, person, null, cast, columns);
        }
    }

    /** What somebody who stands on both sides may not do, though a role of theirs may. */
    private static final Set<String> NEVER_ABOUT_ONESELF = Set.of("ApprovalService.decide Approve", "ApprovalService.decide Reject",
            "ApprovalService.decide Revoke", "ApprovalService.queue Requests", "ApprovalService.queue Approved",
            "AttendanceService.mark", "AttendanceService.reset", "BookingService.bookFor", "EnrolmentService.setPlan",
            "EnrolmentService.generationPreview", "EnrolmentService.generate", "EnrolmentService.mentees", "MentorshipService.suspend Reprobate",
            "MentorshipService.reactivationPreview reprobated", "MentorshipService.end Reactivate", "MentorshipService.decline");

    /** That the caller has nothing to do with it; every other refusal would be about the thing itself. */
    private static final Set<String> DENIALS = Set.of("UNKNOWN_BOOKING", "UNKNOWN_SERVICE", "UNKNOWN_RESOURCE", "UNKNOWN_CLOSURE",
            "UNKNOWN_ENROLMENT", "UNKNOWN_CYCLE", "UNKNOWN_WARNING", "UNKNOWN_TOKEN", "NOT_YOUR_SERVICE", "NOT_FOR_ONESELF", "OWN_REQUEST",
            "OWN_ATTENDANCE", "LEAD_IS_ANOTHER", "NO_ATTENDANCE", "NOT_IN_SESSION", "SET_UP_TOKEN", "SET_UP_DONE", "PASSWORD_WRONG",
            "SECOND_FACTOR_REQUIRED", "CODE_WRONG");

    /** Reads all of the trail: once is enough to see that an admin may. */
    private static final String LONG = "SealService.check";

    @Autowired
    ApplicationContext portal;
    @Autowired
    School school;
    @Autowired
    TestSignIn signIn;
    @Autowired
    AccountAdministration administration;
    @Value("${portal.zone}")
    ZoneId zone;

    private final List<String> unexpected = new ArrayList<>();
    private final Set<String> longSeen = new TreeSet<>();
    private int cells;

    @Test
    void everyServiceMethodDoesForEverybodyWhatTheTableSays() {
        Map<String, Set<String>> table = table();
        var calls = new Calls(portal, zone);
        assertThat(calls.all().keySet()).as("how each line of the table is called").containsExactlyInAnyOrderElementsOf(table.keySet());
        callers().collect(Collectors.groupingBy(Caller::cast, LinkedHashMap::new, Collectors.toList())).forEach((cast, callers) ->
                calls.all().forEach((method, call) -> everybody(method, call, table.get(method), cast, callers)));
        System.out.printf("MATRIX %d service methods, %d ways to call, %d cells, %d unexpected%n", methods().size(), table.size(), cells, unexpected.size());
        assertThat(String.join("\n", unexpected)).isEmpty();
    }

    private void everybody(String method, Calls.Call<?> call, Set<String> allowed, Cast cast, List<Caller> callers) {
        Object about = null;
        for (Caller caller : callers) {
            about = about == null ? call.prepared().apply(cast) : about;
            boolean may = caller.columns.stream().anyMatch(allowed::contains)
                    && !(NEVER_ABOUT_ONESELF.contains(method) && caller.columns.contains("own-student") && caller.columns.size() > 1);
            if (may && method.equals(LONG) && !longSeen.add(method)) {
                continue;
            }
            String answer = answer(call, caller, about);
            cells++;
            if (!answer.equals(may ? "allowed" : "denied")) {
                unexpected.add(method + " by " + caller.name + ": " + answer + ", expected " + (may ? "allowed" : "denied"));
            }
            about = answer.equals("denied") ? about : null;
        }
    }

    private String answer(Calls.Call<?> call, Caller caller, Object about) {
        try {
            Object answer = caller.person == null ? inSession(caller.session, () -> call.by(caller.cast, about))
                    : school.as(caller.person, () -> call.by(caller.cast, about));
            if (answer instanceof Boolean seen) {
                return seen ? "allowed" : "denied";
            }
            return ((Outcome) answer).refusal().map(why -> DENIALS.contains(why.rule().name()) ? "denied" : why.rule().name()).orElse("allowed");
        } catch (AccessDeniedException | AuthenticationException e) {
            return "denied";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** @param session null for nobody */
    private static Object inSession(@Nullable Authentication session, Supplier<Object> call) {
        SecurityContextHolder.getContext().setAuthentication(session);
        try {
            return call.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Somebody with every role whose account was disabled while they were in. */
    private Caller disabled(Cast cast) {
        AccountInfo person = school.person(Role.values());
        Authentication session = signIn.of(person);
        school.as(cast.admin, () -> administration.switchTo(new SwitchAccount(person.id(), 1, false), CommandKey.fresh()));
        return new Caller("disabled", null, session, cast, Set.of("nobody"));
    }

    private Stream<Caller> callers() {
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        var callers = new ArrayList<Caller>();
        var school1 = cast();
        callers.add(new Caller("nobody", null, school1, Set.of("nobody")));
        callers.add(disabled(school1));
        callers.add(new Caller("own-student", school1.student, school1, Set.of("own-student")));
        callers.add(new Caller("own-mentor", school1.mentor, school1, Set.of("own-mentor")));
        for (Set<Role> roles : sets(EnumSet.allOf(Role.class))) {
            callers.add(new Caller("a stranger with " + roles, school.person(roles), school1, roles.isEmpty() ? Set.of("roleless") : columns(roles)));
        }
        for (Set<Role> more : sets(EnumSet.of(Role.MENTOR, Role.PRINCIPAL, Role.ADMIN))) {
            Cast cast = cast(more, Set.of());
            callers.add(new Caller("own-student with " + more, cast.student, cast, with("own-student", more)));
        }
        for (Set<Role> more : sets(EnumSet.of(Role.STUDENT, Role.PRINCIPAL, Role.ADMIN))) {
            Cast cast = cast(Set.of(), more);
            callers.add(new Caller("own-mentor with " + more, cast.mentor, cast, with("own-mentor", more)));
        }
        return callers.stream();
    }

    /** None, each alone and all; every subset with {@code portal.long}. */
    private static List<Set<Role>> sets(Set<Role> roles) {
        var all = new ArrayList<Set<Role>>();
        Role[] of = roles.toArray(Role[]::new);
        for (int bits = 0; bits < 1 << of.length; bits++) {
            int chosen = bits;
            Set<Role> set = Arrays.stream(of).filter(role -> (chosen >> Arrays.asList(of).indexOf(role) & 1) == 1).collect(Collectors.toCollection(TreeSet::new));
            boolean whole = of.length == Role.values().length;
            if (Boolean.getBoolean("portal.long") || (whole ? set.size() <= 1 || set.size() == of.length : set.size() == 1)) {
                all.add(set);
            }
        }
        return all.stream().filter(set -> of.length == Role.values().length || !set.isEmpty()).toList();
    }

    private static Set<String> columns(Set<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase()).collect(Collectors.toSet());
    }

    private static Set<String> with(String own, Set<Role> more) {
        return Stream.concat(Stream.of(own), columns(more).stream()).collect(Collectors.toSet());
    }

    private Cast cast() {
        return cast(Set.of(), Set.of());
    }

    private Cast cast(Set<Role> studentToo, Set<Role> mentorToo) {
        return new Cast(portal, studentToo.toArray(Role[]::new), mentorToo.toArray(Role[]::new));
    }

    /** The columns in which each line says yes. */
    private static Map<String, Set<String>> table() {
        try (var file = PermissionMatrixTest.class.getResourceAsStream("/permissions.txt")) {
            List<List<String>> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.strip().split("\\s+"))).toList();
            List<String> columns = lines.getFirst().subList(1, lines.getFirst().size());
            var table = new LinkedHashMap<String, Set<String>>();
            lines.stream().skip(1).forEach(line -> {
                int name = line.size() - columns.size();
                List<String> cells = line.subList(name, line.size());
                assertThat(cells).as(line.toString()).isSubsetOf("yes", "-");
                table.put(String.join(" ", line.subList(0, name)), IntStream.range(0, columns.size()).filter(n -> cells.get(n).equals("yes"))
                        .mapToObj(columns::get).collect(Collectors.toSet()));
            });
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyPublicMethodOfAServiceHasARuleAndALineInTheTable() {
        Collection<Method> methods = methods();
        assertThat(methods.stream().filter(method -> !method.isAnnotationPresent(RolesAllowed.class) && !method.isAnnotationPresent(PermitAll.class))
                .map(Method::toString)).as("methods without a rule").isEmpty();
        Map<String, Long> overloads = methods.stream().collect(Collectors.groupingBy(PermissionMatrixTest::name, Collectors.counting()));
        Set<String> lines = table().keySet();
        assertThat(methods.stream().map(method -> overloads.get(name(method)) == 1 ? name(method) : name(method) + " " + method.getParameterTypes()[0].getSimpleName())
                .filter(method -> lines.stream().noneMatch(line -> (line + " ").startsWith(method + " ")))).as("methods without a line").isEmpty();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Of every bean that is a service, or has one method with a rule. */
    private Collection<Method> methods() {
        var found = new HashMap<String, Method>();
        for (String name : portal.getBeanDefinitionNames()) {
            Class<?> type = AopUtils.getTargetClass(portal.getBean(name));
            List<Method> all = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()).toList();
            boolean service = type.isAnnotationPresent(Service.class) || all.stream().anyMatch(method -> method.isAnnotationPresent(RolesAllowed.class)
                    || method.isAnnotationPresent(PermitAll.class));
            if (type.getPackageName().startsWith("org.mentorportal") && Modifier.isPublic(type.getModifiers()) && service) {
                all.stream().filter(method -> !Arrays.stream(Object.class.getMethods()).map(Method::getName).toList().contains(method.getName()))
                        .forEach(method -> found.put(method.toString(), method));
            }
        }
        assertThat(found.values().stream().map(method -> method.getDeclaringClass().getSimpleName()).distinct().collect(joining(" ")))
                .contains("BookingService", "SlotBoards", "InboxService");
        return found.values();
    }
}
