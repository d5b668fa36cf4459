package org.mentorportal.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentorportal.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of second factors and recovery codes. Each change raises the factor's version; one that finds nothing to change gives nothing. */
@Component
class SecondFactorStore {

    private static final String TURN_ON = """
            insert into second_factor (account_id, secret, last_step) values (?, ?, ?)
            on conflict (account_id) do update set secret = excluded.secret, last_step = excluded.last_step,
              version = second_factor.version + 1
            where second_factor.secret is null returning version""";

    private final JdbcClient jdbc;

    SecondFactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOn(AccountId account) {
        return secret(account).isPresent();
    }

    Set<AccountId> on(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select account_id from second_factor where account_id in (:accounts) and secret is not null")
                .param("accounts", accounts.stream().map(AccountId::value).toList())
                .query((row, number) -> new AccountId(row.getLong(1))).list());
    }

    /** As it is kept: encrypted. */
    Optional<byte[]> secret(AccountId account) {
        return jdbc.sql("select secret from second_factor where account_id = ? and secret is not null").param(account.value())
                .query((row, number) -> row.getBytes(1)).optional();
    }

    /** Nothing if one is on already. */
    Optional<Integer> turnOn(AccountId account, byte[] secret, long step, List<byte[]> recoveryHashes) {
        Optional<Integer> version = jdbc.sql(TURN_ON).params(account.value(), secret, step).query(Integer.class).optional();
        version.ifPresent(on -> recoveryHashes.forEach(hash ->
                jdbc.sql("insert into recovery_code (account_id, code_hash) values (?, ?)").params(account.value(), hash).update()));
        return version;
    }

    /** Nothing if a code of that step, or of one after it, was used before. */
    Optional<Integer> use(AccountId account, long step) {
        return jdbc.sql("update second_factor set last_step = ?, version = version + 1 where account_id = ? and secret is not null "
                + "and last_step < ? returning version").params(step, account.value(), step).query(Integer.class).optional();
    }

    boolean hasRecovery(byte[] hash) {
        return jdbc.sql("select count(*) from recovery_code where code_hash = ?").param(hash).query(Integer.class).single() > 0;
    }

    /** Nothing if there is no such recovery code. */
    Optional<Integer> useRecovery(AccountId account, byte[] hash) {
        int used = jdbc.sql("delete from recovery_code where account_id = ? and code_hash = ?").params(account.value(), hash).update();
        return used == 0 ? Optional.empty()
                : jdbc.sql("update second_factor set version = version + 1 where account_id = ? returning version").param(account.value())
                        .query(Integer.class).optional();
    }

    /** Nothing if none is on. */
    Optional<Integer> turnOff(AccountId account) {
        jdbc.sql("delete from recovery_code where account_id = ?").param(account.value()).update();
        return jdbc.sql("update second_factor set secret = null, version = version + 1 where account_id = ? and secret is not null "
                + "returning version").param(account.value()).query(Integer.class).optional();
    }
}
