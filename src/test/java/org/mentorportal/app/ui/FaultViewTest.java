package org.mentorportal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.Location;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.FaultLog;
import org.mentorportal.shared.Words;
import org.mentorportal.support.Screen;
import org.mentorportal.support.ScreenTest;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands where a screen could not be made. */
class FaultViewTest extends ScreenTest {

    @Autowired
    Words words;
    @Autowired
    FaultLog faults;

    private FaultView view;

    @BeforeEach
    void visit() {
        visit(school.student());
        view = new FaultView(words, faults);
    }

    private int statusAfter(Exception fault) {
        BeforeEnterEvent event = Mockito.mock(BeforeEnterEvent.class);
        Mockito.when(event.getLocation()).thenReturn(new Location("my-bookings?x=1"));
        return view.setErrorParameter(event, new ErrorParameter<>(Exception.class, fault));
    }

    @Test
    void v1651AFaultIsANumberAndNothingElse() {
        assertThat(statusAfter(new IllegalStateException("select * from secret"))).isEqualTo(500);
        assertThat(Screen.words(view)).containsPattern("number: [0-9a-f]{8}").doesNotContain("secret", "Exception");
    }

    @Test
    void e6ADatabaseThatIsAwayIsTryAgain() {
        assertThat(statusAfter(new IllegalStateException(new SQLException("select secret", "08006")))).isEqualTo(503);
        assertThat(Screen.words(view)).contains("cannot reach its database", "Try again").doesNotContain("secret", "number");
    }
}
