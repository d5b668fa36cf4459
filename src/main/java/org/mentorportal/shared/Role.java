package org.mentorportal.shared;

/** What an account may act as; it may hold several (DESIGN.md section 9). */
public enum Role {
    STUDENT, MENTOR, PRINCIPAL, ADMIN
}
