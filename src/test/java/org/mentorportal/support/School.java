package org.mentorportal.support;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.AccountOutcome;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.account.NewAccount;
import org.mentorportal.account.PasswordHash;
import org.mentorportal.catalogue.AddResource;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Component;

/** Makes a test's own people, resources and services, by the portal's own services. */
@Component
public class School {

    public static final String PASSWORD = "a password for tests";

    /** From here on no name is the beginning of another: a search for one finds one. */
    private static final AtomicInteger NUMBER = new AtomicInteger(1_000_000);

    private final AccountService accounts;
    private final CatalogueService catalogue;
    private final CurrentActor actor;
    private final Clock clock;
    private PasswordHash password;

    School(AccountService accounts, CatalogueService catalogue, CurrentActor actor, Clock clock) {
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.actor = actor;
        this.clock = clock;
    }

    public <T> T as(AccountInfo person, Supplier<T> work) {
        return actor.actingAs(person.asActor(), work);
    }

    public AccountInfo student() {
        return person(Role.STUDENT);
    }

    public List<AccountInfo> students(int count) {
        return Stream.generate(this::student).limit(count).toList();
    }

    public AccountInfo principal() {
        return person(Role.PRINCIPAL);
    }

    public AccountInfo admin() {
        return person(Role.ADMIN);
    }

    public AccountInfo mentor() {
        return person(Role.MENTOR);
    }

    public AccountInfo person(Role... roles) {
        return person(Set.of(roles));
    }

    public AccountInfo person(Set<Role> roles) {
        int number = NUMBER.incrementAndGet();
        String role = roles.stream().min(Comparator.naturalOrder()).map(first -> first.name().toLowerCase()).orElse("nobody");
        return named("Test " + role + " " + number, role + number + "@test.school", roles);
    }

    public AccountInfo named(String name, String email, Role... roles) {
        return named(name, email, Set.of(roles));
    }

    private AccountInfo named(String name, String email, Set<Role> roles) {
        return asSetUp(() -> {
            if (password == null) {
                password = accounts.hash(PASSWORD);
            }
            return ((AccountOutcome.Created) accounts.create(new NewAccount(email, name, password, roles), CommandKey.fresh())).account();
        });
    }

    public ResourceInfo ground() {
        return resource(new AddResource("Test ground " + NUMBER.incrementAndGet(), null));
    }

    /** The resource that {@code mentor} is. */
    public ResourceInfo resourceOf(AccountInfo mentor) {
        return resource(new AddResource(mentor.displayName(), mentor.id()));
    }

    private ResourceInfo resource(AddResource details) {
        return asSetUp(() -> ((CatalogueOutcome.Done<ResourceInfo>) catalogue.add(details, CommandKey.fresh())).thing());
    }

    /** 60 minutes, every day from 8:00 to 20:00, approved by a principal, on a ground of its own. */
    public ServiceInfo service() {
        return service(ground(), Approval.PRINCIPAL);
    }

    public ServiceInfo service(ResourceInfo resource, Approval approval) {
        return service(resource, approval, Timing.of(60), 1);
    }

    public ServiceInfo service(ResourceInfo resource, Approval approval, Timing timing, int capacity) {
        return service(new AddService(resource.id(), "Test service " + NUMBER.incrementAndGet(), timing, capacity, 12, approval,
                Limits.none(), allWeek("08:00", "20:00")));
    }

    public ServiceInfo service(AddService details) {
        return asSetUp(() -> ((CatalogueOutcome.Done<ServiceInfo>) catalogue.add(details, CommandKey.fresh())).thing());
    }

    public ServiceInfo edited(ServiceInfo now, int capacity, Limits limits) {
        var edit = new EditService(now.id(), now.version(), now.name(), now.timing(), capacity, now.players(), now.approval(), limits, now.hours());
        return asSetUp(() -> ((CatalogueOutcome.Done<ServiceInfo>) catalogue.edit(edit, CommandKey.fresh())).thing());
    }

    public static List<Hours> allWeek(String opens, String closes) {
        return Arrays.stream(DayOfWeek.values()).map(day -> new Hours(day, LocalTime.parse(opens), LocalTime.parse(closes),
                LocalDate.of(2020, 1, 1), null)).toList();
    }

    /** A wall-clock time {@code days} days from today. */
    public Instant in(int days, String time) {
        return LocalDate.now(clock).plusDays(days).atTime(LocalTime.parse(time)).atZone(clock.getZone()).toInstant();
    }

    /** A wall-clock time of the next Monday after today. */
    public Instant nextMonday(String time) {
        return LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(LocalTime.parse(time)).atZone(clock.getZone()).toInstant();
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    private <T> T asSetUp(Supplier<T> work) {
        return actor.actingAs(CurrentActor.setUp(), work);
    }
}
