package org.mentorportal.catalogue;

import org.mentorportal.shared.RuleId;

/** Every "no" of this module. */
public enum CatalogueRule implements RuleId {
    /** Another resource, or service of the same resource, has that name. */
    NAME_TAKEN,
    /** The mentor is a resource already. */
    MENTOR_TAKEN
}
