package org.mentorportal.account;

import java.util.List;
import java.util.Set;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.LikePattern;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Accounts as admins see them; inside others' transactions. */
@Component
class AccountReader {

    private static final int MOST_FOUND = 200;

    private final AccountRepository accounts;
    private final SecondFactorStore secondFactors;

    AccountReader(AccountRepository accounts, SecondFactorStore secondFactors) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
    }

    AccountDetails of(Account account) {
        return details(account, secondFactors.isOn(account.id()));
    }

    AccountDetails get(AccountId id) {
        return of(accounts.findById(id.value()).orElseThrow());
    }

    List<AccountDetails> find(String text, int limit) {
        List<Account> found = accounts.findAll(LikePattern.containing(text), Limit.of(Math.clamp(limit, 1, MOST_FOUND)));
        Set<AccountId> on = secondFactors.on(found.stream().map(Account::id).toList());
        return found.stream().map(account -> details(account, on.contains(account.id()))).toList();
    }

    private static AccountDetails details(Account account, boolean secondFactor) {
        return new AccountDetails(account.id(), account.email(), account.displayName(), account.roles(), account.state(), secondFactor,
                account.version());
    }
}
