package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.AccountId;

class DisplayNamesTest {

    @Test
    void whoIsNotKnownIsShownByNumber() {
        var names = new DisplayNames(Map.of(new AccountId(7), "Ann"));
        assertThat(names.of(new AccountId(7))).isEqualTo("Ann");
        assertThat(names.of(new AccountId(17))).isEqualTo("#17");
        assertThat(names.find(new AccountId(17))).isEmpty();
    }
}
