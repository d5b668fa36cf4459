package org.mentorportal.notification;

import static org.mentorportal.shared.SqlTime.instant;

import jakarta.annotation.security.PermitAll;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.notification.InboxMessage.AboutBooking;
import org.mentorportal.notification.InboxMessage.AboutEnrolment;
import org.mentorportal.notification.ReadOutcome.NotRead;
import org.mentorportal.notification.ReadOutcome.Read;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own inbox. */
@Service
public class InboxService {

    /** The newest so many are shown. */
    private static final int SHOWN = 100;

    private static final String MESSAGES = """
            select m.id, m.kind, m.booking_id, b.service_id, b.starts_at, b.ends_at, m.enrolment_id, c.name as cycle,
                   s.display_name as student, a.display_name, m.reason, m.sent_at, m.read_at is null as unread
            from inbox_message m join account a on a.id = m.sender_id left join booking b on b.id = m.booking_id
            left join enrolment e on e.id = m.enrolment_id left join cycle c on c.id = e.cycle_id left join account s on s.id = e.student_id
            where m.account_id = :account order by m.sent_at desc, m.id desc limit :shown
            """;

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;
    private final Commands commands;
    private final LiveUpdates live;
    private final CurrentActor actor;

    InboxService(JdbcClient jdbc, CatalogueService catalogue, Commands commands, LiveUpdates live, CurrentActor actor) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.commands = commands;
        this.live = live;
        this.actor = actor;
    }

    @PermitAll
    @Transactional(readOnly = true)
    public int unread() {
        return jdbc.sql("select count(*) from inbox_message where account_id = :account and read_at is null")
                .param("account", me().value()).query(Integer.class).single();
    }

    /** The newest first. */
    @PermitAll
    @Transactional(readOnly = true)
    public List<InboxMessage> messages() {
        Catalogue current = catalogue.current();
        return jdbc.sql(MESSAGES).param("account", me().value()).param("shown", SHOWN)
                .query((row, n) -> message(row, current)).list();
    }

    private static InboxMessage message(ResultSet row, Catalogue current) throws SQLException {
        return new InboxMessage(row.getLong("id"), InboxKind.valueOf(row.getString("kind")),
                row.getObject("booking_id") == null ? null : booking(row, current), row.getObject("enrolment_id") == null ? null : enrolment(row),
                row.getString("display_name"), row.getString("reason"), instant(row, "sent_at"), row.getBoolean("unread"));
    }

    private static AboutBooking booking(ResultSet row, Catalogue current) throws SQLException {
        return new AboutBooking(new BookingId(row.getLong("booking_id")), current.service(new ServiceId(row.getLong("service_id"))),
                instant(row, "starts_at"), instant(row, "ends_at"));
    }

    private static AboutEnrolment enrolment(ResultSet row) throws SQLException {
        return new AboutEnrolment(new EnrolmentId(row.getLong("enrolment_id")), row.getString("cycle"), row.getString("student"));
    }

    /** Reading is nobody's state change: it leaves no event in the trail. */
    private record ReadInbox(long newest) implements Command {
    }

    private static final Answers<ReadOutcome> ANSWERS = new Answers<>() {

        @Override
        public ReadOutcome refused(Refused why) {
            return new NotRead(why);
        }

        @Override
        public Receipt keep(ReadOutcome success) {
            return new Receipt("READ", ((Read) success).messages(), "", 0);
        }

        @Override
        public ReadOutcome again(Receipt first) {
            return new Read((int) first.subject());
        }
    };

    /**
     * Marks the person's messages as read, none newer than what they saw.
     *
     * @param newest the id of the newest message that was shown
     */
    @PermitAll
    public ReadOutcome markReadUpTo(long newest) {
        AccountId me = me();
        return commands.run(new ReadInbox(newest), CommandKey.fresh(), actor.get(), Locks.none(), ANSWERS, run -> {
            int read = jdbc.sql("update inbox_message set read_at = :at where account_id = :account and read_at is null and id <= :newest")
                    .param("newest", newest).param("at", SqlTime.utc(run.at())).param("account", me.value()).update();
            live.announce(Set.of(Topic.account(me)));
            return new Read(read);
        });
    }

    private AccountId me() {
        return actor.get().id();
    }
}
