package org.mentorportal.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByEmail(String email);

    List<Account> findAllByIdIn(Collection<Long> ids);

    long count();
}
