package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** V13.2.3, V13.3.1: no start with what others know. */
class ProductionGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"secret", "changeme", "00000000000000000000000000000000000000", "abababababababababababababababababab"})
    void v1323ASecretThatCanBeGuessedIsRefused(String token) {
        assertThatThrownBy(() -> ProductionGuard.requireSecret(token)).isInstanceOf(StartRefused.class).hasMessageContaining("openssl")
                .message().doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3f9b1c7de2a84056b1f0c9d8e7a6452310ffabcd9812"})
    void noneAtAllAndARandomOneAreTaken(String token) {
        assertThatCode(() -> ProductionGuard.requireSecret(token)).doesNotThrowAnyException();
    }

    @Test
    void v1323InProductionThereIsNoDemoSchool() {
        for (String mode : new String[] {"auto", "force", "FORCE"}) {
            assertThatThrownBy(() -> ProductionGuard.requireNoDemo(mode, false)).isInstanceOf(StartRefused.class).hasMessageContaining("PORTAL_DEMO=off");
        }
        assertThatThrownBy(() -> ProductionGuard.requireNoDemo("off", true)).isInstanceOf(StartRefused.class).hasMessageContaining("everybody knows");
        assertThatCode(() -> ProductionGuard.requireNoDemo("off", false)).doesNotThrowAnyException();
    }

    @Test
    void v341InProductionTheAddressIsOfHttps() {
        for (String address : new String[] {"", "http://portal.example", "ftp://portal.example"}) {
            assertThatThrownBy(() -> ProductionGuard.requireHttps(address)).isInstanceOf(StartRefused.class).hasMessageContaining("PORTAL_BASE_URL");
        }
        assertThatCode(() -> ProductionGuard.requireHttps("https://portal.example")).doesNotThrowAnyException();
    }
}
