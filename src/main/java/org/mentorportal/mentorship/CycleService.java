package org.mentorportal.mentorship;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.mentorportal.command.CommandKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The school's cycles. */
@Service
public class CycleService {

    @RolesAllowed("ADMIN")
    public CycleOutcome add(AddCycle cycle, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    @RolesAllowed("ADMIN")
    public CycleOutcome edit(EditCycle edit, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    /** The latest first. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<CycleInfo> all() {
        throw new UnsupportedOperationException();
    }

    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<CycleInfo> find(CycleId id) {
        throw new UnsupportedOperationException();
    }
}
