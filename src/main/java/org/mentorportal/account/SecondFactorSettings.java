package org.mentorportal.account;

import java.util.Base64;
import java.util.Set;
import org.mentorportal.shared.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.second-factor.*}.
 *
 * @param requiredFor who cannot do without, except at the demo school
 * @param key         32 bytes in base64, with which the apps' secrets are encrypted; empty only with the demo school
 */
@ConfigurationProperties("portal.second-factor")
public record SecondFactorSettings(Set<Role> requiredFor, String key) {

    private static final int KEY_BYTES = 32;

    /** Whether the key can be used; it must be, wherever accounts are real. */
    public boolean hasKey() {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Where nothing is real, nothing is secret. */
    byte[] keyBytes() {
        return hasKey() ? Base64.getDecoder().decode(key) : new byte[KEY_BYTES];
    }

    @Override
    public String toString() {
        return "SecondFactorSettings[" + requiredFor + "]";
    }
}
