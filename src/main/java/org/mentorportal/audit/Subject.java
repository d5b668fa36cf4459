package org.mentorportal.audit;

/** The aggregate that an event is about: its type's word (DESIGN.md section 2) and its id. */
public record Subject(String type, long id) {

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
