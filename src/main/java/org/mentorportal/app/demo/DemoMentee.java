package org.mentorportal.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.SuspensionCommand;

/** A student comes into a cycle, gets a weekly plan, and what the row of mentees.txt says happens to them. */
final class DemoMentee {

    private final int number;
    private final DemoMembership row;
    private final AccountInfo student;
    private final AccountInfo lead;
    private final CycleInfo cycle;
    private final DemoMentoring mentoring;
    private final DemoDesk desk;
    private final DemoDays days;
    private @Nullable EnrolmentDetails enrolment;
    private List<BookingDetails> cancelled = List.of();

    DemoMentee(int number, DemoMembership row, DemoPeople people, DemoCycles cycles, DemoMentoring mentoring, DemoDesk desk, DemoDays days) {
        this.number = number;
        this.row = row;
        this.student = people.get(row.student());
        this.lead = people.get(row.lead());
        this.cycle = cycles.get(row.cycle());
        this.mentoring = mentoring;
        this.desk = desk;
        this.days = days;
    }

    AccountInfo student() {
        return student;
    }

    DemoMembership row() {
        return row;
    }

    /** @param everybody of whom one may take what another had */
    Stream<DemoAct> acts(List<DemoMentee> everybody) {
        var joins = new DemoAct(days.at(row.enrolled(), "13:30").plusSeconds(60L * number), this::join);
        return Stream.concat(Stream.of(joins), row.deeds().stream().map(deed -> new DemoAct(days.at(deed.day(), "14:10").plusSeconds(60L * number),
                at -> act(deed, everybody, at))));
    }

    private ServiceInfo service() {
        return DemoCycles.service(cycle, lead);
    }

    private void join(Instant at) {
        enrolment = mentoring.enrol(lead, cycle, student, at);
        if (!row.plan().isEmpty()) {
            mentoring.plan(lead, enrolment, row.times(service().id()), at.plusSeconds(10));
            desk.made(mentoring.fill(lead, enrolment, last(at), at.plusSeconds(20)));
        }
    }

    private LocalDate last(Instant at) {
        DemoMembership.Filled filled = row.filled();
        if (filled.after() == 0) {
            return days.day(filled.number());
        }
        Instant from = days.at(filled.after() + 1, "00:00");
        RestoreLine last = mentoring.coming(lead, enrolment(), at).stream().filter(line -> !line.start().isBefore(from))
                .skip(filled.number() - 1L).findFirst().orElseThrow();
        return LocalDate.ofInstant(last.start(), days.zone());
    }

    private EnrolmentDetails enrolment() {
        return Objects.requireNonNull(enrolment);
    }

    private void act(DemoMembership.Deed deed, List<DemoMentee> everybody, Instant at) {
        switch (deed.kind()) {
            case "reprobate" -> cancelled = mentoring.suspend(lead, new SuspensionCommand.Reprobate(enrolment().id(), deed.words()), at).cancelled();
            case "unsubscribe" -> cancelled = mentoring.suspend(student, new SuspensionCommand.Unsubscribe(enrolment().id(), deed.words()), at).cancelled();
            case "answer" -> mentoring.answer(student, deed.words(), at);
            case "return" -> later(at).skip(5).limit(Integer.parseInt(deed.words())).forEach(booking -> mentoring.giveUp(student, booking.id(), at));
            case "take" -> take(everybody, deed.words().split(" of "), at);
            default -> throw new IllegalArgumentException(deed.kind());
        }
    }

    /** Of what was cancelled, what begins when the school opens for visitors. */
    private Stream<BookingDetails> later(Instant at) {
        Instant soon = days.now().plus(Duration.ofDays(1));
        return cancelled.stream().filter(booking -> booking.start().isAfter(soon) && booking.start().isAfter(at));
    }

    private void take(List<DemoMentee> everybody, String[] what, Instant at) {
        everybody.stream().filter(mentee -> mentee.row.student().equals(what[1])).flatMap(mentee -> mentee.later(at))
                .flatMap(booking -> desk.request(student, desk.like(booking), at).stream()).limit(Integer.parseInt(what[0])).toList();
    }
}
