package org.mentorportal.booking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** Which active booking stands in the way of a wish; the student's own booking is told before anybody else's. */
@Component
class Obstacles {

    private final ClaimReader reader;
    private final CatalogueService catalogue;
    private final AccountService accounts;

    Obstacles(ClaimReader reader, CatalogueService catalogue, AccountService accounts) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    Optional<Refused> of(Wish wish) {
        return of(wish, List.of());
    }

    /** @param before wishes that a preview takes as granted */
    Optional<Refused> of(Wish wish, List<Wish> before) {
        Slot slot = wish.slot();
        List<ClaimReader.Obstacle> found = Stream.concat(reader.obstacles(wish).stream(),
                before.stream().filter(other -> other.collidesWith(wish)).map(Wish::asObstacle)).toList();
        Optional<Refused> own = found.stream().filter(other -> other.student().equals(wish.student()))
                .flatMap(other -> own(other, wish, slot).stream()).findFirst();
        if (own.isPresent()) {
            return own;
        }
        return found.stream().filter(other -> !isSeatOf(other, slot)).findFirst()
                .map(other -> Refused.because(BookingRuleId.RESOURCE_TAKEN, wish.service().resource().name()))
                .or(() -> found.stream().filter(other -> isSeatOf(other, slot)).count() >= wish.service().capacity()
                        ? Optional.of(Refused.because(BookingRuleId.SLOT_TAKEN)) : Optional.empty());
    }

    /** Why a claim that met nobody else got no seat. */
    Refused noSeat(Wish wish) {
        return of(wish).orElseGet(() -> Refused.because(CommandRule.BUSY));
    }

    private static boolean isSeatOf(ClaimReader.Obstacle other, Slot slot) {
        return other.service().equals(slot.service()) && other.start().equals(slot.start());
    }

    /** Nothing, if it is only the resource that the own booking needs then, as anybody's would. */
    private Optional<Refused> own(ClaimReader.Obstacle obstacle, Wish wish, Slot slot) {
        ServiceInfo own = catalogue.current().service(obstacle.service());
        if (obstacle.start().isBefore(slot.end()) && obstacle.end().isAfter(slot.start())) {
            return Optional.of(wish.path() == BookingPath.STAFF ? bookedThen(wish.student()) // of plans and holds only a verdict is told
                    : Refused.because(BookingRuleId.OWN_BOOKING_THEN, own.name(), obstacle.start()));
        }
        return wish.onePerDay() && obstacle.onePerDay() && obstacle.service().equals(slot.service())
                ? Optional.of(Refused.because(BookingRuleId.ONE_PER_DAY, own.name(), slot.day())) : Optional.empty();
    }

    /** What others are told of a student's own booking. */
    Refused bookedThen(AccountId student) {
        return Refused.because(BookingRuleId.STUDENT_BOOKED_THEN, accounts.name(student));
    }
}
