package org.mentorportal.shared;

/** A length of time in minutes, as a refusal's argument: written "30 minutes", "2 hours", "3 days". */
public record Minutes(int value) {
}
