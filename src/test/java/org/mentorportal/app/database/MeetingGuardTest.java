package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingGuardTest {

    @Test
    void aSchoolThatDoesNotSayWhereItMeetsIsNotStarted() {
        assertThatThrownBy(() -> MeetingGuard.require("", false)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("set PORTAL_MEETING_BASE_URL");
    }

    @Test
    void theDemoSchoolMeetsInItsOwnPages() {
        assertThatCode(() -> MeetingGuard.require("", true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://meet.example.org", "http://localhost:8443/rooms"})
    void anAddressOfTheWebIsTaken(String address) {
        assertThatCode(() -> MeetingGuard.require(address, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meet.example.org", "https://meet.example.org/", "javascript:alert(1)", "https://", "https://meet.example.org?room=", "a b"})
    void whatIsNoneIsRefusedAlsoByTheDemoSchool(String address) {
        assertThatThrownBy(() -> MeetingGuard.require(address, true)).isInstanceOf(StartRefused.class).hasMessageContaining(address);
    }
}
