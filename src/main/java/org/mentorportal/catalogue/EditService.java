package org.mentorportal.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mentorportal.catalogue.CatalogueChange.ServicePart;
import org.mentorportal.shared.PlainText;

/**
 * A service as it is to be from now on. Bookings that exist stay as they are (DESIGN.md section 11, 3).
 *
 * @param version the version that the person had before them when they began to write
 */
public record EditService(ServiceId service, int version, String serviceName, Timing timing, int capacity, int players,
                          Approval approval, Limits limits, List<Hours> hours) implements ServiceTerms {

    public EditService {
        serviceName = PlainText.of(serviceName);
        hours = Hours.inOrder(hours);
    }

    /** What would be different. */
    Set<ServicePart> changes(ServiceInfo before) {
        Set<ServicePart> parts = EnumSet.noneOf(ServicePart.class);
        note(parts, ServicePart.NAME, before.name(), serviceName);
        note(parts, ServicePart.TIMES, before.timing(), timing);
        note(parts, ServicePart.SEATS, before.capacity(), capacity);
        note(parts, ServicePart.PLAYERS, before.players(), players);
        note(parts, ServicePart.APPROVAL, before.approval(), approval);
        note(parts, ServicePart.LIMITS, before.limits(), limits);
        note(parts, ServicePart.HOURS, before.hours(), hours);
        return parts;
    }

    private static void note(Set<ServicePart> parts, ServicePart part, Object before, Object after) {
        if (!before.equals(after)) {
            parts.add(part);
        }
    }
}
