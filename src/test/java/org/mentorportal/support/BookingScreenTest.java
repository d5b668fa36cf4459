package org.mentorportal.support;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Formats;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of screens with a student, a principal, and a service of their own that has a slot at {@code start}, tomorrow at ten. */
public abstract class BookingScreenTest extends ScreenTest {

    @Autowired
    protected Desk desk;
    @Autowired
    protected Formats formats;

    protected AccountInfo student;
    protected AccountInfo principal;
    protected ServiceInfo service;
    protected Instant start;

    @BeforeEach
    void people() {
        student = school.student();
        principal = school.principal();
        service = school.service();
        start = school.in(1, "10:00");
    }
}
