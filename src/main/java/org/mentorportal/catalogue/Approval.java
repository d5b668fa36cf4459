package org.mentorportal.catalogue;

/** Who makes a booking certain: nobody needs to, the resource's own mentor, or a principal. */
public enum Approval {
    AUTOMATIC, MENTOR, PRINCIPAL
}
