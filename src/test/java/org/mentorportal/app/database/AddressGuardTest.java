package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @Test
    void aSchoolThatDoesNotSayWhereItMeetsIsNotStarted() {
        assertThatThrownBy(() -> AddressGuard.requireMeetings("", false)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("set PORTAL_MEETING_BASE_URL");
    }

    @Test
    void theDemoSchoolMeetsInItsOwnPages() {
        assertThatCode(() -> AddressGuard.requireMeetings("", true)).doesNotThrowAnyException();
    }

    @Test
    void aSchoolThatDoesNotSayWhereItsPortalIsIsNotStarted() {
        assertThatThrownBy(() -> AddressGuard.requirePortal("", false)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("set PORTAL_BASE_URL");
        assertThatThrownBy(() -> AddressGuard.requirePortal("portal.example.org", false)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("portal.base-url");
        assertThatCode(() -> AddressGuard.requirePortal("", true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://meet.example.org", "http://localhost:8443/rooms"})
    void anAddressOfTheWebIsTaken(String address) {
        assertThatCode(() -> AddressGuard.requireMeetings(address, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meet.example.org", "https://meet.example.org/", "javascript:alert(1)", "https://", "https://meet.example.org?room=", "a b"})
    void whatIsNoneIsRefusedAlsoByTheDemoSchool(String address) {
        assertThatThrownBy(() -> AddressGuard.requireMeetings(address, true)).isInstanceOf(StartRefused.class).hasMessageContaining(address);
    }
}
