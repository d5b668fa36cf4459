package org.mentorportal.trail.ui;

import java.util.List;

/** The kinds of subjects that can be chosen among, in the order in which they are offered. */
final class TrailKinds {

    static final List<String> ALL = List.of("booking", "reservation", "session", "enrolment", "warning", "closure", "service", "resource", "cycle",
            "account", "access-token", "second-factor", "seal");

    private TrailKinds() {
    }
}
