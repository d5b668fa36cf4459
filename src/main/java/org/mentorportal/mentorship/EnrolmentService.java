package org.mentorportal.mentorship;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentorportal.command.CommandKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which cycle, and their weekly plans: a mentor's for those they lead, an admin's for all. */
@Service
public class EnrolmentService {

    @RolesAllowed({"MENTOR", "ADMIN"})
    public EnrolmentOutcome enrol(EnrolStudent enrolment, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    @RolesAllowed({"MENTOR", "ADMIN"})
    public EnrolmentOutcome setPlan(SetPlan plan, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    /** What {@link #generate} would do now; nothing for an enrolment that is not this person's to fill. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<GenerationPreview> generationPreview(EnrolmentId id, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** Fills what is empty of the plan; skips every day that has any booking of that service and mentee. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public EnrolmentOutcome generate(GeneratePlan plan, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    /** A mentor's mentees, an admin's all, a student's own enrolments; open questions first, then by name. */
    @PermitAll
    @Transactional(readOnly = true)
    public List<EnrolmentDetails> enrolments() {
        throw new UnsupportedOperationException();
    }

    /** One that the person may see: the mentee, the lead mentor, an admin. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<EnrolmentDetails> find(EnrolmentId id) {
        throw new UnsupportedOperationException();
    }

    /** The same people as for {@link #find}. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<MenteePage> page(EnrolmentId id) {
        throw new UnsupportedOperationException();
    }
}
