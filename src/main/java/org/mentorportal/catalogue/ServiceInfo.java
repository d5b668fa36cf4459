package org.mentorportal.catalogue;

import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;

/**
 * A service as every screen and rule sees it.
 *
 * @param capacity  seats of one slot
 * @param players   the most players that one booking may name; information, not seats
 * @param limits    what one student may have of it
 * @param version   grows with every change, opening hours included
 */
public record ServiceInfo(ServiceId id, ResourceInfo resource, String name, Timing timing, int capacity, int players,
                          Approval approval, Limits limits, boolean retired, List<Hours> hours, int version) {

    public ServiceInfo {
        hours = List.copyOf(hours);
    }

    ServiceInfo withHours(List<Hours> windows) {
        return new ServiceInfo(id, resource, name, timing, capacity, players, approval, limits, retired, Hours.inOrder(windows), version);
    }

    /** As people know it: "Volleyball · Ground 1", "Talk · Ms Ruiz". */
    public String title() {
        return name + " · " + resource.name();
    }

    /** In which role {@code person} has a say in its bookings and hours: its own mentor, or an admin. */
    public Optional<By> asItsStaff(Actor person) {
        return resource.belongsTo(person.id()) ? person.asFirstOf(Role.MENTOR, Role.ADMIN) : person.asFirstOf(Role.ADMIN);
    }

    /** Whether the database keeps a student's own requests to one active booking a day. */
    public boolean onePerDay() {
        return limits.onePerDay();
    }
}
