package org.mentorportal.booking;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.booking.RetirementOutcome.AlreadyRetired;
import org.mentorportal.booking.RetirementOutcome.NotDone;
import org.mentorportal.booking.RetirementOutcome.Retired;
import org.mentorportal.booking.RetirementOutcome.Stale;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.ServiceRetirement;
import org.mentorportal.command.Answers;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Retiring a service (DESIGN.md section 11, 3): it stays, for what was booked of it, but nobody can book it any more. What is
 * still to come is shown first, then kept, or cancelled with the reason, in the same transaction. It holds exclusively what
 * a claim holds shared, so that no claim slips in between.
 */
@Service
public class RetirementService {

    private static final Logger log = LoggerFactory.getLogger(RetirementService.class);

    /** What a receipt says of a retirement that cancelled nothing. */
    private static final String KEPT = "KEPT";

    private final ServiceRetirement services;
    private final BookingStore store;
    private final BookingRepository bookings;
    private final BookingReader reader;
    private final CatalogueService catalogue;
    private final Commands commands;
    private final Cancellations cancellations;
    private final AuditReader history;
    private final CurrentActor actor;
    private final Clock clock;

    RetirementService(ServiceRetirement services, BookingStore store, BookingRepository bookings, BookingReader reader,
                      CatalogueService catalogue, Commands commands, Cancellations cancellations, AuditReader history,
                      CurrentActor actor, Clock clock) {
        this.services = services;
        this.store = store;
        this.bookings = bookings;
        this.reader = reader;
        this.catalogue = catalogue;
        this.commands = commands;
        this.cancellations = cancellations;
        this.history = history;
        this.actor = actor;
        this.clock = clock;
    }

    /** The live bookings of {@code service} that are still to come, by start: what retiring it would keep or cancel. */
    @RolesAllowed("ADMIN")
    @Transactional(readOnly = true)
    public List<BookingDetails> preview(ServiceId service) {
        return reader.details(bookings.findUpcomingOf(service.value(), clock.instant()));
    }

    @RolesAllowed("ADMIN")
    public RetirementOutcome retire(RetireService retirement, CommandKey key) {
        By by = actor.as(Role.ADMIN);
        Optional<ServiceInfo> service = catalogue.current().find(retirement.service());
        return service.isEmpty() ? new NotDone(Refused.because(CatalogueRule.UNKNOWN_SERVICE))
                : commands.run(retirement, key, actor.get(), Locks.changeOf(service.get().resource().id().value()), answers,
                        run -> retired(retirement, by, run));
    }

    private final Answers<RetirementOutcome> answers = new Answers<>() {

        @Override
        public RetirementOutcome refused(Refused why) {
            return new NotDone(why);
        }

        @Override
        public Receipt keep(RetirementOutcome success) {
            ServiceInfo service = ((Retired) success).service();
            return new Receipt(((Retired) success).cancelled().isEmpty() ? KEPT : "CANCELLED", service.id().value(), "RETIRED", service.version());
        }

        @Override
        public RetirementOutcome again(Receipt first) {
            var service = new ServiceId(first.subject());
            if (first.outcome().equals(KEPT)) {
                return new Retired(catalogue.current().service(service), List.of());
            }
            Instant at = history.since(new Subject("service", first.subject()), first.version() - 1).getFirst().at();
            return new Retired(catalogue.current().service(service), endedWith(service, at));
        }
    };

    private RetirementOutcome retired(RetireService retirement, By by, CommandRun run) {
        String reason = retirement.reason().isEmpty() ? null : retirement.reason();
        Optional<Refused> broken = retirement.bookings() == LiveBookings.CANCEL ? Reason.missingOrTooLong(retirement.reason())
                : Reason.tooLong(retirement.reason());
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        return switch (services.retire(retirement.service(), retirement.version(), reason, by, run)) {
            case CatalogueOutcome.AlreadySo<ServiceInfo>(ServiceInfo service) -> new AlreadyRetired(service);
            case CatalogueOutcome.Stale<ServiceInfo> stale -> new Stale(stale.current(), stale.since());
            case CatalogueOutcome.NotDone<ServiceInfo>(Refused why) -> new NotDone(why);
            case CatalogueOutcome.Done<ServiceInfo>(ServiceInfo service) -> {
                log.debug("service {} retired", service.id());
                if (retirement.bookings() == LiveBookings.CANCEL) {
                    cancel(service, retirement.reason(), by, run);
                }
                yield new Retired(service, retirement.bookings() == LiveBookings.CANCEL ? endedWith(service.id(), run.at()) : List.of());
            }
        };
    }

    private void cancel(ServiceInfo service, String reason, By by, CommandRun run) {
        List<BookingStore.Cancelled> cancelled = store.cancelOf(service.id(), by.account(), run.at(), reason);
        log.debug("{} bookings of it cancelled", cancelled.size());
        cancellations.announce(cancelled, reason, Map.of("service", service.id()), by, run);
        cancellations.tellStudents(cancelled, reason, by, run);
    }

    private List<BookingDetails> endedWith(ServiceId service, Instant at) {
        return reader.details(bookings.findAllByServiceIdAndStatusAndEndedAtOrderByStartsAtAscId(service.value(),
                BookingStatus.CANCELLED, at));
    }
}
