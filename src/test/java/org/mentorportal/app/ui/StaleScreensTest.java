package org.mentorportal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Tabs whose browser has gone without a word. */
class StaleScreensTest extends ScreenTest {

    @Autowired
    StaleScreens stale;
    @Autowired
    Clock clock;

    private int leftAfterASilenceOf(Duration silence) {
        visit(school.student());
        VaadinSession session = VaadinSession.getCurrent();
        UI.getCurrent().getInternals().setLastHeartbeatTimestamp(clock.millis() - silence.toMillis());
        stale.sweep();
        MockVaadin.runUIQueue();
        return session.getUIs().size();
    }

    @Test
    void threeMissedHeartbeatsOfTwoMinutesAndTheTabIsLetGo() {
        assertThat(leftAfterASilenceOf(Duration.ofSeconds(375))).isZero();
    }

    @Test
    void lessAndItStays() {
        assertThat(leftAfterASilenceOf(Duration.ofSeconds(355))).isOne();
    }
}
