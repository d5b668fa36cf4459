package org.mentorportal.mentorship;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.Answers;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.mentorship.CycleChange.CyclePart;
import org.mentorportal.mentorship.CycleOutcome.AlreadySo;
import org.mentorportal.mentorship.CycleOutcome.Done;
import org.mentorportal.mentorship.CycleOutcome.NotDone;
import org.mentorportal.mentorship.CycleOutcome.Stale;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The school's cycles. A change holds the resources of the services that are or will be in the cycle exclusive, so that a
 * claim is judged by the cycle as it was before or as it is after. No booking changes by it.
 */
@Service
public class CycleService {

    private final Cycles cycles;
    private final CycleRules rules;
    private final CycleHistory history;
    private final MentorshipChanges changes;
    private final CatalogueService catalogue;
    private final Commands commands;
    private final AuditTrail trail;
    private final CurrentActor actor;

    CycleService(Cycles cycles, CycleRules rules, CycleHistory history, MentorshipChanges changes, CatalogueService catalogue,
                 Commands commands, AuditTrail trail, CurrentActor actor) {
        this.cycles = cycles;
        this.rules = rules;
        this.history = history;
        this.changes = changes;
        this.catalogue = catalogue;
        this.commands = commands;
        this.trail = trail;
        this.actor = actor;
    }

    @RolesAllowed("ADMIN")
    public CycleOutcome add(AddCycle cycle, CommandKey key) {
        return run(cycle, cycle.services(), key, run -> added(cycle, actor.as(Role.ADMIN), run));
    }

    private CycleOutcome added(AddCycle cycle, By by, CommandRun run) {
        Optional<Refused> broken = rules.firstBroken(cycle, null);
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        CycleInfo made = cycles.get(cycles.add(cycle));
        trail.append(run.event(by, CycleHistory.subject(made.id()), made.version(), null, CycleHistory.STATE)
                .withFacts(CycleHistory.facts(cycle)));
        changes.cycle();
        return new Done(made);
    }

    /** An edit that changes nothing is told so whatever its version; one of an older version changes nothing either. */
    @RolesAllowed("ADMIN")
    public CycleOutcome edit(EditCycle edit, CommandKey key) {
        Optional<CycleInfo> known = cycles.find(edit.cycle());
        return known.isEmpty() ? new NotDone(Refused.because(MentorshipRule.UNKNOWN_CYCLE))
                : run(edit, Stream.concat(edit.services().stream(), known.get().serviceIds().stream()).collect(Collectors.toSet()), key,
                        run -> edited(edit, actor.as(Role.ADMIN), run));
    }

    private CycleOutcome edited(EditCycle edit, By by, CommandRun run) {
        CycleInfo before = cycles.lock(edit.cycle()).orElseThrow();
        Set<CyclePart> parts = CycleHistory.changes(before, edit);
        if (parts.isEmpty()) {
            return new AlreadySo(before);
        }
        if (edit.version() != before.version()) {
            return new Stale(before, history.since(edit.cycle(), edit.version()));
        }
        Optional<Refused> broken = rules.firstBroken(edit, before);
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        cycles.edit(edit);
        CycleInfo after = cycles.get(edit.cycle());
        trail.append(run.event(by, CycleHistory.subject(after.id()), after.version(), CycleHistory.STATE, CycleHistory.STATE)
                .withFacts(CycleHistory.facts(edit)).withChanged(parts));
        changes.cycle();
        return new Done(after);
    }

    private CycleOutcome run(CycleTerms terms, Set<ServiceId> touched, CommandKey key, Function<CommandRun, CycleOutcome> work) {
        Catalogue current = catalogue.current();
        if (terms.services().stream().anyMatch(service -> current.find(service).isEmpty())) {
            return new NotDone(Refused.because(CatalogueRule.UNKNOWN_SERVICE));
        }
        return commands.run(terms, key, actor.get(), Locks.changeOfAll(touched.stream()
                .map(service -> current.service(service).resource().id().value()).collect(Collectors.toSet())), answers, work);
    }

    private final Answers<CycleOutcome> answers = new Answers<>() {

        @Override
        public CycleOutcome refused(Refused why) {
            return new NotDone(why);
        }

        @Override
        public Receipt keep(CycleOutcome success) {
            CycleInfo cycle = ((Done) success).cycle();
            return new Receipt("DONE", cycle.id().value(), CycleHistory.STATE, cycle.version());
        }

        @Override
        public CycleOutcome again(Receipt first) {
            return new Done(cycles.get(new CycleId(first.subject())));
        }
    };

    /** The latest first. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<CycleInfo> all() {
        return cycles.all();
    }

    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<CycleInfo> find(CycleId id) {
        return cycles.find(id);
    }
}
