package org.mentorportal.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.notification.InboxService;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Chip;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;

/** Every decision that somebody else made about one's bookings, with its reason; new ones arrive by themselves. */
@Route("inbox")
@PermitAll
class InboxView extends Div implements HasDynamicTitle {

    private final InboxService inbox;
    private final Words words;
    private final RefusalWords refusals;
    private final Formats formats;
    private final KeyedList<InboxMessage> list = new KeyedList<>(InboxMessage::id);
    private final Div empty = new Div();
    private final Button read;
    private long newest;

    InboxView(InboxService inbox, Words words, RefusalWords refusals, Formats formats, CurrentActor actor, LiveUpdates updates) {
        this.inbox = inbox;
        this.words = words;
        this.refusals = refusals;
        this.formats = formats;
        list.addClassName("card");
        read = new Button(words.get("inbox.read"), click -> markRead());
        read.setId("mark-read");
        var bar = new Div(read);
        bar.addClassName("bar");
        add(new PageHeader(words.get("inbox.title"), words.get("inbox.line")), bar, empty, list);
        LivePart.of(this, updates, Set.of(Topic.account(actor.get().id())), inbox::messages, this::show);
    }

    /** What was marked shows by itself, in every tab. */
    private void markRead() {
        inbox.markReadUpTo(newest).refusal().ifPresent(why -> Notices.refused(refusals.of(why)));
    }

    private void show(List<InboxMessage> messages) {
        empty.removeAll();
        list.show(messages, this::row);
        newest = messages.stream().mapToLong(InboxMessage::id).max().orElse(0);
        if (messages.isEmpty()) {
            empty.add(new Empty(words.get("inbox.none")));
        }
        read.setEnabled(messages.stream().anyMatch(InboxMessage::unread));
    }

    private ListItem row(InboxMessage message) {
        var said = new Span(said(message));
        said.setClassName("strong", message.unread());
        var text = new Div(said);
        text.addClassName("text");
        if (message.reason() != null) {
            text.add(new Span(words.get("inbox.reason", message.reason())));
        }
        var by = new Span(words.get("inbox.by", message.sender(), formats.ago(message.sentAt())));
        by.addClassName("muted");
        text.add(by);
        var row = new ListItem(text);
        row.addClassName("row");
        if (message.unread()) {
            row.add(new Chip(words.get("inbox.new"), Chip.Tone.PENDING));
        }
        return row;
    }

    private String said(InboxMessage message) {
        InboxMessage.AboutEnrolment enrolment = message.enrolment();
        InboxMessage.AboutBooking about = message.about();
        if (enrolment == null) {
            return about == null ? "" : words.get("inbox." + message.kind(), about.service().title(), formats.daySpan(about.start(), about.end()));
        }
        return about == null ? words.get("inbox." + message.kind(), enrolment.cycle(), enrolment.student())
                : words.get("inbox." + message.kind(), enrolment.cycle(), about.service().title() + ", " + formats.daySpan(about.start(), about.end()),
                        enrolment.student());
    }

    @Override
    public String getPageTitle() {
        return words.get("inbox.title");
    }
}
