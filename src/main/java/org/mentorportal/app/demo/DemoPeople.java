package org.mentorportal.app.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.AccountOutcome;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.account.NewAccount;
import org.mentorportal.account.PasswordHash;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Role;

/** Everybody at the demo school, by the first part of their address: student001, mentor01, principal1, admin. */
final class DemoPeople {

    static final String PASSWORD = "demo-school";

    private final AccountService accounts;
    private final CurrentActor actor;
    private final PasswordHash password;
    private final Map<String, AccountInfo> byKey = new LinkedHashMap<>();

    /** One hash for all: making one takes long on purpose, and the password is no secret. */
    DemoPeople(AccountService accounts, CurrentActor actor) {
        this.accounts = accounts;
        this.actor = actor;
        this.password = asSetUp(() -> accounts.hash(PASSWORD));
    }

    static String address(String key) {
        return key + "@demo.school";
    }

    static String key(Role role, int number) {
        return switch (role) {
            case STUDENT -> "student%03d".formatted(number);
            case MENTOR -> "mentor%02d".formatted(number);
            case PRINCIPAL -> "principal" + number;
            case ADMIN -> "admin";
        };
    }

    /** Gives accounts to all of {@code role}: in the file, a role stands above its names. */
    void join(Role role) {
        List<String> lines = DemoFile.rows("people.txt").stream().map(List::getFirst).toList();
        int title = lines.indexOf(role.name().toLowerCase());
        lines.stream().skip(title + 1L).takeWhile(name -> !name.equals(name.toLowerCase()))
                .forEach(name -> join(role, name));
    }

    private void join(Role role, String name) {
        String key = key(role, of(role).size() + 1);
        var details = new NewAccount(address(key), name, password, Set.of(role));
        byKey.put(key, ((AccountOutcome.Created) asSetUp(() -> accounts.create(details, CommandKey.fresh()))).account());
    }

    AccountInfo get(String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    List<AccountInfo> of(Role role) {
        return byKey.values().stream().filter(person -> person.roles().contains(role)).toList();
    }

    /** Whom a request for {@code service} waits for. */
    AccountInfo decider(ServiceInfo service) {
        List<AccountInfo> principals = of(Role.PRINCIPAL);
        return service.approval() == Approval.MENTOR ? mentor(service)
                : principals.get((int) (service.id().value() % principals.size()));
    }

    /** The mentor who gives {@code service}, which is not one of a ground. */
    AccountInfo mentor(ServiceInfo service) {
        return withId(Objects.requireNonNull(service.resource().mentor()));
    }

    AccountInfo withId(AccountId id) {
        return byKey.values().stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow();
    }

    int count() {
        return byKey.size();
    }

    private <T> T asSetUp(Supplier<T> work) {
        return actor.actingAs(CurrentActor.setUp(), work);
    }
}
