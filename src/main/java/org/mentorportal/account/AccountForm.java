package org.mentorportal.account;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;

/** What can be said of an account at all, whoever says it. */
final class AccountForm {

    static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;:\"\\\\]+@[^\\s@<>(),;:\"\\\\]+");

    private AccountForm() {
    }

    static Optional<Refused> firstBroken(String email, String displayName, Set<Role> roles) {
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches() ? firstBroken(displayName, roles)
                : Optional.of(Refused.because(AccountRule.EMAIL_FORM));
    }

    static Optional<Refused> firstBroken(String displayName, Set<Role> roles) {
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME || displayName.contains("\n")) {
            return Optional.of(Refused.because(AccountRule.PERSON_NAME, LONGEST_NAME));
        }
        return roles.isEmpty() ? Optional.of(Refused.because(AccountRule.ROLE_NEEDED)) : Optional.empty();
    }
}
