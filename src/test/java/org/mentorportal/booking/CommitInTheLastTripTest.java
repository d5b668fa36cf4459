package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.Desk;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What commands write last takes the commit with it. */
@PortalTest
class CommitInTheLastTripTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    BookingRepository bookings;
    @Autowired
    AuditTrail trail;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    CountedStatements statements;
    @Autowired
    MovableClock clock;

    /** Our commands flush by themselves, for the version of their event; one that forgot would write after the commit. */
    @Test
    void whatAnEntityStillHasToWriteComesBeforeTheCommit() {
        AccountInfo student = school.student();
        BookingDetails booked = desk.book(student, school.service(), school.in(2, "10:00"));
        var run = new CommandRun(UUID.randomUUID(), "EditBooking", new Actor(student.id(), "", Set.of(Role.STUDENT)), clock.instant());

        List<String> sent = statements.ofThisThread(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            bookings.findById(booked.id().value()).orElseThrow().edit(run.at(), "a match", 2, "");
            trail.append(run.event(new By(student.id(), Role.STUDENT), BookingHistory.subject(booked.id()), booked.version() + 1, "PENDING", "PENDING")
                    .withFacts(Map.of("players", 2)));
        }));

        assertThat(sent).filteredOn(sql -> sql.startsWith("update booking")).hasSize(1);
        assertThat(sent.getLast()).startsWith("insert into audit_event").endsWith(";\ncommit");
        assertThat(desk.trailOf(booked)).hasSize(2);
    }
}
