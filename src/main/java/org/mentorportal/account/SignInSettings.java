package org.mentorportal.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.sign-in.*}: how often a password may be tried.
 *
 * @param perAddress       failures of one account from one address, within {@code perAddressTime}
 * @param perAccount       failures of one account from wherever, within {@code perAccountTime}; after them each address has
 *                         one failure instead of {@code perAddress}
 * @param perAddressAll    failures from one address within {@code perAddressTime}, whoever is named: made-up names must not take all turns
 */
@ConfigurationProperties("portal.sign-in")
record SignInSettings(int perAddress, Duration perAddressTime, int perAccount, Duration perAccountTime, int perAddressAll) {
}
