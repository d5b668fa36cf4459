package org.mentorportal.booking;

/** PENDING and APPROVED are active: they hold the seat. The others free it at once (DESIGN.md section 4). */
public enum BookingStatus {
    PENDING, APPROVED, REJECTED, REVOKED, CANCELLED;

    public boolean isActive() {
        return this == PENDING || this == APPROVED;
    }
}
