package org.mentorportal.trail;

import jakarta.annotation.security.RolesAllowed;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Seal;
import org.mentorportal.audit.SealStore;
import org.mentorportal.audit.Subject;
import org.mentorportal.audit.TrailCheck;
import org.mentorportal.command.Answers;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the trail is whole, and its seals: made by an admin, kept outside by the school. */
@Service
public class SealService {

    static final String KIND = "seal";
    static final String STATE = "SEALED";

    private final SealStore seals;
    private final TrailCheck check;
    private final Commands commands;
    private final AuditTrail trail;
    private final CurrentActor actor;

    SealService(SealStore seals, TrailCheck check, Commands commands, AuditTrail trail, CurrentActor actor) {
        this.seals = seals;
        this.check = check;
        this.commands = commands;
        this.trail = trail;
        this.actor = actor;
    }

    /** The seal's own event is the first that the next one covers. */
    @RolesAllowed("ADMIN")
    public SealOutcome seal(CommandKey key) {
        By by = actor.as(Role.ADMIN);
        return commands.run(new MakeSeal(), key, actor.get(), Locks.none(), answers, run -> sealed(by, run));
    }

    private SealOutcome sealed(By by, CommandRun run) {
        Seal seal = seals.make(by, run.at());
        trail.append(run.event(by, new Subject(KIND, seal.number()), 1, null, STATE)
                .withFacts(Map.of("up-to", seal.upTo(), "events", seal.events(), "hash", HexFormat.of().formatHex(seal.hash()))));
        return new SealOutcome.Sealed(seal);
    }

    private final Answers<SealOutcome> answers = new Answers<>() {

        @Override
        public SealOutcome refused(Refused why) {
            return new SealOutcome.NotSealed(why);
        }

        @Override
        public Receipt keep(SealOutcome success) {
            return new Receipt(STATE, ((SealOutcome.Sealed) success).seal().number(), STATE, 1);
        }

        @Override
        public SealOutcome again(Receipt first) {
            return new SealOutcome.Sealed(seals.find(first.subject()).orElseThrow());
        }
    };

    /** The newest first, at most {@code most}. */
    @RolesAllowed("ADMIN")
    @Transactional(readOnly = true)
    public List<Seal> seals(int most) {
        return seals.newest(most);
    }

    /** Reads the whole trail: about a second for 100,000 events. */
    @RolesAllowed("ADMIN")
    public TrailCheck.Findings check() {
        return check.run();
    }
}
