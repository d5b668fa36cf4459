package org.mentorportal.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.AccountService;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.QueuePart;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.MenteeGroup;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.trail.TrailFilter;
import org.mentorportal.trail.TrailService;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody has to type somebody's accents to find them, at whichever door. */
@PortalTest
class SearchedNamesTest {

    private static final String TYPED = "etienne trinh";

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    AccountService accounts;
    @Autowired
    AccountAdministration administration;
    @Autowired
    ApprovalService approvals;
    @Autowired
    EnrolmentService enrolments;
    @Autowired
    TrailService trail;

    private AccountInfo student;

    @BeforeEach
    void somebody() {
        AccountInfo number = school.student();
        student = school.named("Étienne Trịnh " + number.id(), "etienne" + number.id() + "@test.school", Role.STUDENT);
    }

    private String typed() {
        return student.displayName().replace("Étienne Trịnh", TYPED);
    }

    @Test
    void byWhoBooksForThemOrHasTheirAccount() {
        assertThat(school.as(school.mentor(), () -> accounts.students(typed(), 5))).singleElement().matches(one -> one.id().equals(student.id()));
        assertThat(school.as(school.admin(), () -> administration.find(typed(), 5))).singleElement().matches(one -> one.id().equals(student.id()));
    }

    @Test
    void byWhoDecides() {
        ServiceInfo service = school.service(school.ground(), Approval.PRINCIPAL);
        desk.book(student, service, school.in(3, "10:00"));
        assertThat(school.as(school.principal(), () -> approvals.queue(QueuePart.WAITING, typed(), 5)).first()).hasSize(1);
        assertThat(school.as(school.principal(), () -> approvals.queue(QueuePart.WAITING, service.name().toUpperCase().replace("E", "É"), 5)).first())
                .as("nor do accents hurt that are none").hasSize(1);
    }

    @Test
    void byTheirMentorAndInTheTrail() {
        Mentoring.Scene scene = mentoring.scene();
        mentoring.enrolled(scene.cycle(), student, scene.mentor());
        assertThat(school.as(scene.mentor(), () -> enrolments.mentees(MenteeGroup.ALL, typed(), 5)).first()).hasSize(1);
        desk.book(student, scene.training(), school.in(3, "10:00"));
        assertThat(school.as(scene.admin(), () -> trail.page(new TrailFilter(null, typed(), null, null, null, null), null, 5)).lines()).isNotEmpty();
    }
}
