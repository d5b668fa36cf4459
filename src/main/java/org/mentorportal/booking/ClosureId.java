package org.mentorportal.booking;

public record ClosureId(long value) {
}
