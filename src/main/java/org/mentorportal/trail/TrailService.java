package org.mentorportal.trail;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The trail as people read it: principals and admins all of it, students and mentors what is about their own subjects. What is
 * there but not for the reader is answered like what never was.
 */
@Service
public class TrailService {

    /** Rows of one export. */
    public static final int MOST_EXPORTED = 50_000;
    /** Lines of one page. */
    public static final int MOST = 200;

    private static final int PORTION = 500;

    private final TrailReader reader;
    private final Teller teller;
    private final CurrentActor actor;
    private final JdbcClient jdbc;

    TrailService(TrailReader reader, Teller teller, CurrentActor actor, JdbcClient jdbc) {
        this.reader = reader;
        this.teller = teller;
        this.actor = actor;
        this.jdbc = jdbc;
    }

    /**
     * The newest first.
     *
     * @param after the id of a page's last line, for the page that follows it; null for the first
     * @param limit 1 to 200 lines
     */
    @PermitAll
    @Transactional(readOnly = true)
    public TrailPage page(TrailFilter filter, @Nullable Long after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<TrailLine> lines = teller.lines(reader.events(filter, after, most + 1));
        return lines.size() > most ? new TrailPage(lines.subList(0, most), lines.get(most - 1).id()) : new TrailPage(lines, null);
    }

    /**
     * Hands out all lines, the newest first, in portions, so that no export needs more memory than another; each in a transaction
     * of its own, since whoever takes them may be slow.
     *
     * @return whether there were more than {@link #MOST_EXPORTED}, which were not handed out
     */
    @PermitAll
    public boolean export(TrailFilter filter, Consumer<TrailLine> taker) {
        Long after = null;
        for (int taken = 0; taken < MOST_EXPORTED; taken += PORTION) {
            TrailPage page = portion(filter, after);
            page.lines().forEach(taker);
            after = page.next();
            if (after == null) {
                return false;
            }
        }
        return true;
    }

    private TrailPage portion(TrailFilter filter, @Nullable Long after) {
        var found = new ArrayList<>(reader.events(filter, after, PORTION + 1));
        boolean more = found.size() > PORTION;
        List<TrailLine> lines = teller.lines(more ? found.subList(0, PORTION) : found);
        return new TrailPage(lines, more ? lines.getLast().id() : null);
    }

    /** Whether the person who asks may read all of it. */
    @PermitAll
    public boolean seesAll() {
        return TrailReader.seesAll(actor.get());
    }

    /** The names of commands that are in the trail, for choosing one. */
    @RolesAllowed({"PRINCIPAL", "ADMIN"})
    @Transactional(readOnly = true)
    public List<String> commands() {
        return jdbc.sql("select distinct command from audit_event order by command").query(String.class).list();
    }
}
