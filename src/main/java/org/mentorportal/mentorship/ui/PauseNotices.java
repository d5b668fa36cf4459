package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Predicate;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.ui.BookingNotices;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.MentorshipService;

/** Tells a mentee who is paused so, on their bookings and on the pages of what they cannot book meanwhile. */
@org.springframework.stereotype.Component
class PauseNotices implements BookingNotices {

    private final MentorshipService mentorship;
    private final MentorshipTexts texts;
    private final CurrentActor actor;
    private final LiveUpdates updates;

    PauseNotices(MentorshipService mentorship, MentorshipTexts texts, CurrentActor actor, LiveUpdates updates) {
        this.mentorship = mentorship;
        this.texts = texts;
        this.actor = actor;
        this.updates = updates;
    }

    @Override
    public Component onBookings() {
        return notice(enrolment -> true);
    }

    @Override
    public Component onService(ServiceInfo service) {
        return notice(enrolment -> enrolment.cycle().serviceIds().contains(service.id()));
    }

    private PauseNotice notice(Predicate<EnrolmentDetails> concerned) {
        return new PauseNotice(texts, updates, actor.get().id(), () -> mentorship.enrolled().stream()
                .filter(enrolment -> enrolment.suspension() != null).filter(concerned).toList());
    }
}
