package org.mentorportal.booking.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentorportal.booking.BookingChange;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.Meeting;
import org.mentorportal.booking.SlotWords;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Chip;
import org.mentorportal.shared.ui.Facts;
import org.mentorportal.shared.ui.PageLink;
import org.springframework.stereotype.Component;

/** How bookings and services read on every screen. */
@Component
class BookingTexts {

    private final Words words;
    private final Formats formats;
    private final RefusalWords refusals;
    private final SlotWords slots;

    BookingTexts(Words words, Formats formats, RefusalWords refusals, SlotWords slots) {
        this.words = words;
        this.formats = formats;
        this.refusals = refusals;
        this.slots = slots;
    }

    String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    String of(Enum<?> constant) {
        return words.of(constant);
    }

    /** Ana Ruiz changed the purpose and the contact, 2 min ago. */
    String changes(BookingOutcome.Stale stale) {
        return stale.since().isEmpty() ? words.get("rule.stale") : stale.since().stream().map(this::change).collect(joining(" "));
    }

    private String change(BookingChange change) {
        String parts = change.parts().stream().sorted().map(words::of).collect(joining(", "));
        return words.get("stale.changed", change.who(), parts, formats.ago(change.at()));
    }

    Formats formats() {
        return formats;
    }

    /** The way to all that was ever done with it. */
    PageLink trail(BookingDetails booking) {
        var way = new PageLink("trail?about=booking:" + booking.id(), words.get("bookings.trail"));
        way.addClassName("quiet");
        way.setAriaLabel(words.get("bookings.trail-spoken", booking.service().title(), when(booking)));
        return way;
    }

    /** 60 minutes · up to 12 players · a principal approves · book up to 14 days ahead */
    String summary(ServiceInfo service) {
        Timing timing = service.timing();
        var text = new StringBuilder(formats.minutes(timing.duration()));
        if (service.capacity() > 1) {
            text.append(" · ").append(words.get("service.seats", service.capacity()));
        }
        if (service.players() > 1) {
            text.append(" · ").append(words.get("service.players", service.players()));
        }
        text.append(" · ").append(words.get("service.approval." + service.approval()));
        text.append(" · ").append(words.get("service.horizon", timing.horizon()));
        if (timing.notice() > 0) {
            text.append(" · ").append(words.get("service.notice", formats.minutes(timing.notice())));
        }
        limits(service.limits()).forEach(limit -> text.append(" · ").append(limit));
        return text.toString();
    }

    /** What binds a student of it, in words; nothing where there is no limit. */
    private List<String> limits(Limits limits) {
        var all = new ArrayList<String>();
        if (limits.cancelDeadline() > 0) {
            all.add(words.get("service.cancel-deadline", formats.minutes(limits.cancelDeadline())));
        }
        Optional.ofNullable(limits.perDay()).ifPresent(most -> all.add(words.get("service.per-day", most)));
        Optional.ofNullable(limits.perWeek()).ifPresent(most -> all.add(words.get("service.per-week", most)));
        Optional.ofNullable(limits.atOnce()).ifPresent(most -> all.add(words.get("service.at-once", most)));
        return all;
    }

    String when(BookingDetails booking) {
        return formats.daySpan(booking.start(), booking.end());
    }

    String when(Slot slot) {
        return formats.daySpan(slot.start(), slot.end());
    }

    String refusal(Refused refused) {
        return refusals.of(refused);
    }

    /** How the slot stands, before anybody tried to book it. */
    String whyNot(Refused why, ServiceInfo service, boolean staff) {
        return slots.whyNot(why, service, !staff);
    }

    Chip chip(BookingDetails booking) {
        return booking.lapsed() ? new Chip(words.get("booking.lapsed"), Chip.Tone.OFF)
                : new Chip(words.of(booking.status()), tone(booking.status()));
    }

    String status(BookingDetails booking) {
        return words.of(booking.status());
    }

    private static Chip.Tone tone(BookingStatus status) {
        return switch (status) {
            case PENDING -> Chip.Tone.PENDING;
            case APPROVED -> Chip.Tone.OK;
            case REJECTED, REVOKED -> Chip.Tone.NO;
            case CANCELLED -> Chip.Tone.OFF;
        };
    }

    /** The way into the meeting; nothing where people meet at a place, or not at all. */
    Optional<Anchor> way(BookingDetails booking) {
        return Optional.ofNullable(booking.meeting()).map(Meeting::link).map(link -> {
            var way = new Anchor(link, get("booking.join"));
            way.setTarget(AnchorTarget.BLANK);
            way.setRouterIgnore(true);
            way.getElement().setAttribute("rel", "noopener noreferrer")
                    .setAttribute("aria-label", get("booking.join-spoken", booking.service().title(), when(booking)));
            return way;
        });
    }

    Facts facts(ServiceInfo service, String when, String purpose, int players, String contact) {
        return new Facts().with(words.get("booking.what"), service.name())
                .with(words.get("booking.where." + service.resource().kind()), service.resource().name())
                .with(words.get("booking.when"), when)
                .with(words.get("booking.purpose"), purpose)
                .with(words.get("booking.players"), service.players() > 1 ? Integer.toString(players) : "")
                .with(words.get("booking.contact"), contact);
    }
}
