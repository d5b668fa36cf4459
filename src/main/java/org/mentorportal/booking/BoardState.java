package org.mentorportal.booking;

import java.time.Instant;
import java.util.List;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.Slot;

/** What every viewer sees of a board: which seats of which slots are held and what is closed; never by whom. */
public record BoardState(List<Occupied> occupied, List<Closed> closures) {

    public BoardState {
        occupied = List.copyOf(occupied);
        closures = List.copyOf(closures);
    }

    /** A slot of which {@code seats} are held; the resource is occupied from {@code from} until {@code to}. */
    public record Occupied(ServiceId service, Instant start, Instant from, Instant to, int seats) {

        boolean isOf(Slot slot) {
            return service.equals(slot.service()) && start.equals(slot.start());
        }

        Occupied withOneLess() {
            return new Occupied(service, start, from, to, seats - 1);
        }

        boolean overlaps(Slot slot) {
            return from.isBefore(slot.occupiedTo()) && to.isAfter(slot.occupiedFrom());
        }
    }

    public record Closed(Instant from, Instant to, String reason) {

        boolean overlaps(Slot slot) {
            return from.isBefore(slot.occupiedTo()) && to.isAfter(slot.occupiedFrom());
        }
    }
}
