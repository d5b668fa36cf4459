package org.mentorportal.shared.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushHandler;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingService;
import org.mentorportal.support.PlantedFaults;
import org.mentorportal.support.Screen;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;

/** What a person is told when a screen met what it cannot mend. */
@ExtendWith(OutputCaptureExtension.class)
class FaultHandlerTest extends ScreenTest {

    @Autowired
    BookingService bookings;
    @Autowired
    PlantedFaults faults;

    private AccountInfo student;

    @BeforeEach
    void visit() {
        student = school.student();
        visit(student);
    }

    private static String told(Throwable fault) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(fault));
        Screen.words(); // what was pushed is there afterwards
        return Screen.notice();
    }

    @Test
    void e6DatabaseThatCannotBeAskedIsTryAgain() {
        Throwable gone = catchThrowable(() -> faults.afterConnections(0, () -> school.as(student, bookings::mine)));
        assertThat(told(gone)).contains("busy", "try again").doesNotContain("wrong", "number");
    }

    @Test
    void e6StatementThatWasNotDoneInTimeIsTryAgain() {
        assertThat(told(new IllegalStateException(new SQLException("canceling statement", "57014")))).contains("busy");
    }

    @Test
    void v1651FaultIsANumberAndNothingElse() {
        assertThat(told(new IllegalStateException("no such column in the secret table"))).contains("number: ").doesNotContain("secret");
    }

    /** Seen with Vaadin 25.2.5, once in some ten visits that ended while a change was on its way. */
    @Test
    void screenThatWasClosedDuringAPushIsNobodysFault(CapturedOutput output) {
        var pushed = new NullPointerException("getRequest() is null");
        pushed.setStackTrace(new StackTraceElement[] {
                new StackTraceElement("org.atmosphere.cpr.AtmosphereRequestImpl", "getSession", "AtmosphereRequestImpl.java", 1),
                new StackTraceElement(PushHandler.class.getName(), "handleConnectionLost", "PushHandler.java", 1)});
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(pushed));
        Screen.words();
        _assertNone(Notification.class);
        assertThat(output.getAll()).doesNotContain("FaultLog");

        assertThat(told(new NullPointerException("our own"))).contains("number: ");
    }

    @Test
    void whatOneMayNotDoIsSaid() {
        assertThat(told(new AccessDeniedException("no"))).startsWith("You may not do this");
    }
}
