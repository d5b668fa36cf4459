package org.mentorportal.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.Role;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    void flush();

    Optional<Account> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lock(long id);

    Optional<Account> findByEmail(String email);

    @Query("select a.id as id, a.displayName as displayName, a.email as email from Account a where a.id in :ids")
    List<Named> findNames(Collection<Long> ids);

    @Query("""
            select a.id as id, a.displayName as displayName, a.email as email from Account a where a.enabled and :role member of a.roles
            and cast(function('searched', a.displayName) as String) like :pattern escape '\\' order by a.displayName, a.id""")
    List<Named> findActive(Role role, String pattern, Limit limit);

    /** Without the roles, which would be a statement for each. */
    interface Named {

        long getId();

        String getDisplayName();

        String getEmail();
    }

    long count();

    @Query("select count(a) from Account a where a.enabled and a.passwordHash is not null and org.mentorportal.shared.Role.ADMIN member of a.roles")
    long countAdministering();

    @Query("""
            select a from Account a where cast(function('searched', a.displayName) as String) like :pattern escape '\\'
            or cast(function('searched', a.email) as String) like :pattern escape '\\'
            order by a.displayName, a.id""")
    List<Account> findAll(String pattern, Limit limit);
}
