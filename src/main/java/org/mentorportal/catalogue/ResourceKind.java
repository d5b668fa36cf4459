package org.mentorportal.catalogue;

public enum ResourceKind {
    MENTOR, GROUND
}
