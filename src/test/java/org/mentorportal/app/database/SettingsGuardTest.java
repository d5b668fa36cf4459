package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentorportal.account.SecondFactorSettings;

class SettingsGuardTest {

    @Test
    void aSchoolThatDoesNotSayWhereItMeetsIsNotStarted() {
        assertThatThrownBy(() -> SettingsGuard.requireMeetings("", false)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("set PORTAL_MEETING_BASE_URL");
    }

    @Test
    void theDemoSchoolMeetsInItsOwnPages() {
        assertThatCode(() -> SettingsGuard.requireMeetings("", true)).doesNotThrowAnyException();
    }

    @Test
    void aSchoolThatDoesNotSayWhereItsPortalIsIsNotStarted() {
        assertThatThrownBy(() -> SettingsGuard.requirePortal("", false)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("set PORTAL_BASE_URL");
        assertThatThrownBy(() -> SettingsGuard.requirePortal("portal.example.org", false)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("portal.base-url");
        assertThatCode(() -> SettingsGuard.requirePortal("", true)).doesNotThrowAnyException();
    }

    @Test
    void v1331AStartWithoutAKeyForSecretsIsRefused() {
        for (String key : List.of("", "changeme", "AAEC")) {
            assertThatThrownBy(() -> SettingsGuard.requireKey(new SecondFactorSettings(Set.of(), key), false)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("PORTAL_SECOND_FACTOR_KEY");
        }
        assertThatCode(() -> SettingsGuard.requireKey(new SecondFactorSettings(Set.of(), ""), true)).doesNotThrowAnyException();
    }

    @Test
    void commandsThatLeaveNoConnectionToReadWithAreRefused() {
        for (int atOnce : List.of(-1, 0, 8, 60)) {
            assertThatThrownBy(() -> SettingsGuard.requireRoomToRead(atOnce, 8)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("PORTAL_COMMAND_AT_ONCE");
        }
        assertThatCode(() -> SettingsGuard.requireRoomToRead(7, 8)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://meet.example.org", "http://localhost:8443/rooms"})
    void anAddressOfTheWebIsTaken(String address) {
        assertThatCode(() -> SettingsGuard.requireMeetings(address, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meet.example.org", "https://meet.example.org/", "javascript:alert(1)", "https://", "https://meet.example.org?room=", "a b"})
    void whatIsNoneIsRefusedAlsoByTheDemoSchool(String address) {
        assertThatThrownBy(() -> SettingsGuard.requireMeetings(address, true)).isInstanceOf(StartRefused.class).hasMessageContaining(address);
    }
}
