package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.Person;
import org.mentorportal.account.ui.PersonField;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.BookingService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;

/** Staff choose a student first, and read which rule for students they pass by. */
final class ForStudent extends Div implements Booker {

    /** What binds students only (DESIGN.md section 6). */
    private static final Set<RuleId> PASSED_BY = Set.of(BookingRuleId.NOT_YET_OPEN, BookingRuleId.TOO_LATE, BookingRuleId.ONE_PER_DAY,
            BookingRuleId.QUOTA_DAY, BookingRuleId.QUOTA_WEEK, BookingRuleId.QUOTA_AT_ONCE);

    private final BookingTexts texts;
    private final ServiceInfo service;
    private final BookingService bookings;
    private final PersonField student;
    private final Paragraph note = new Paragraph();
    private final Sender<BookForStudent> sender = new Sender<>();

    /** @param whyNot why a student could not book the slot themselves */
    ForStudent(BookingTexts texts, ServiceInfo service, BookingService bookings, AccountService accounts,
               Function<Person, Optional<Refused>> whyNot) {
        this.texts = texts;
        this.service = service;
        this.bookings = bookings;
        addClassName("stack");
        student = new PersonField(texts.get("staff.student"), texts.get("staff.student-search"), texts.get("staff.student-needed"),
                accounts::students);
        student.addValueChangeListener(change -> note(change.getValue() == null ? Optional.empty() : whyNot.apply(change.getValue())));
        note.addClassNames("verdict", "warn");
        note.getElement().setAttribute("role", "status");
        note.setVisible(false);
        add(student, note);
    }

    private void note(Optional<Refused> why) {
        note.setVisible(why.isPresent());
        why.ifPresent(refused -> note.setText(PASSED_BY.contains(refused.rule()) ? texts.get("staff.passes", texts.refusal(refused))
                : refusal(refused) + " " + texts.get("staff.would-be-refused")));
    }

    @Override
    public Optional<Component> chooser() {
        return Optional.of(this);
    }

    @Override
    public void focus(DetailsForm form) {
        if (student.isEmpty()) {
            student.focus();
        } else {
            form.focus();
        }
    }

    @Override
    public boolean isComplete() {
        return student.isComplete();
    }

    @Override
    public String whom() {
        return student.getOptionalValue().map(Person::name).orElse("");
    }

    @Override
    public String next() {
        return texts.get("staff.next." + service.approval(), whom());
    }

    @Override
    public String refusal(Refused why) {
        return texts.refusal(why);
    }

    @Override
    public BookingOutcome send(Slot slot, Details details) {
        return sender.send(new BookForStudent(student.chosen(), service.id(), slot.start(), details.purpose(),
                details.players(), details.contact()), bookings::bookFor);
    }

    @Override
    public BookedDialog booked(BookingDetails booking, boolean before) {
        return BookedDialog.ofStudent(texts, booking, before);
    }
}
