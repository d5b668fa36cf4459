package org.mentorportal.input;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.RevokeToken;
import org.mentorportal.booking.BookingService;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.School;
import org.mentorportal.support.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every form of every screen that takes text, written down once; BadInputOnScreensTest fails where one is missing. */
final class Openers {

    private final School school;
    private final Desk desk;
    private final Mentoring mentoring;
    private final BookingService bookings;
    private final AccessTokenService tokens;
    private final JdbcClient jdbc;
    private final Formats formats;
    private final Mentoring.Scene scene;
    private final ServiceInfo service;
    private final AccountInfo student;
    private final AccountInfo edited;
    private final Visit asAdmin;
    private final Visit asStudent;
    private final Visit asMentor;
    private final Visit asOwner;
    private int day;

    Openers(School school, Desk desk, Mentoring mentoring, BookingService bookings, AccessTokenService tokens, JdbcClient jdbc, Formats formats,
            Function<AccountInfo, Visit> visit) {
        this.school = school;
        this.desk = desk;
        this.mentoring = mentoring;
        this.bookings = bookings;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.formats = formats;
        scene = mentoring.scene();
        AccountInfo owner = school.mentor();
        service = school.service(new AddService(school.resourceOf(owner).id(), "Short days " + owner.id(), Timing.of(60), 30, 12, Approval.MENTOR,
                Limits.none(), School.allWeek("10:00", "12:00"))); // few slots, in a mentor's short lists: long pages make the test slow
        student = school.student();
        edited = school.student();
        asAdmin = visit.apply(scene.admin());
        asStudent = visit.apply(student);
        asMentor = visit.apply(scene.mentor());
        asOwner = visit.apply(owner);
    }

    List<Opener> all(Visit asMentee) {
        String mentee = "mentees/" + scene.enrolment().id();
        return List.of(
                Opener.of("look for mentees", "MenteesView SearchField", () -> asMentor.opens("mentees")),
                Opener.of("look for bookings", "BookingsView SearchField", () -> asAdmin.opens("bookings")),
                Opener.of("look for requests", "ApprovalsView SearchField", () -> asOwner.opens("approvals")),
                Opener.of("look for slots", "BookView SearchField", () -> asStudent.opens("book")),
                Opener.of("look for services", "ServicesView SearchField", () -> asAdmin.opens("admin/services")),
                Opener.of("look for accounts", "AccountsView SearchField", () -> asAdmin.opens("admin/accounts")),
                Opener.of("look for events", "FilterBar", () -> asAdmin.opens("trail")),
                Opener.of("invite", "InviteDialog", () -> {
                    asAdmin.opens("admin/accounts");
                    press("Invite somebody…");
                    roles().setValue(Set.of(Role.STUDENT));
                }),
                Opener.of("edit an account", "EditAccountDialog", () -> {
                    asAdmin.opens("admin/accounts");
                    write(_get(TextField.class), edited.email());
                    first("Edit…");
                }),
                Opener.of("change the password", "PasswordDialog NewPasswordField", () -> {
                    asStudent.opens("settings");
                    press("Change password…");
                }),
                Opener.of("set up a second factor", "SecondFactorSetUp CodeField", () -> {
                    asStudent.opens("settings");
                    press("Set up a second factor…");
                }),
                Opener.of("book", "DetailsForm", this::book),
                Opener.slow("book for a student", "ForStudent DetailsForm", this::bookForAStudent),
                Opener.of("edit a booking", "DetailsForm", () -> {
                    asked();
                    asStudent.opens("my-bookings");
                    first("Edit…");
                }),
                Opener.of("reject", "ReasonDialog", () -> {
                    asked();
                    asOwner.opens("approvals");
                    first("Reject…");
                }),
                Opener.of("cancel", "ReasonDialog", () -> {
                    asked();
                    asOwner.opens("bookings");
                    first("Cancel…");
                }),
                Opener.of("move", "MoveDialog", () -> {
                    asked();
                    asOwner.opens("bookings");
                    first("Move…");
                    _click(_find(NativeButton.class, all -> all.withClasses("time-button")).getLast());
                }),
                Opener.of("new ground", "NewGroundDialog", () -> {
                    asAdmin.opens("admin/services");
                    press("New ground…");
                }),
                Opener.of("edit a service", "ServiceForm", () -> {
                    asAdmin.opens("admin/services");
                    press(row(nameOf("service", service.id().value())), "Edit…");
                }),
                Opener.of("close", "ClosureDialog", this::close),
                Opener.of("new token", "NewTokenDialog", () -> {
                    school.as(student, () -> {
                        tokens.mine().forEach(token -> tokens.revoke(new RevokeToken(token.id()), CommandKey.fresh()));
                        return true;
                    });
                    asStudent.opens("settings");
                    press("New access token…");
                }),
                Opener.of("edit a cycle", "CycleForm", () -> {
                    asAdmin.opens("admin/cycles");
                    press(row(nameOf("cycle", scene.cycle().id().value())), "Edit…");
                }),
                Opener.of("enrol", "EnrolDialog PersonField", () -> {
                    asAdmin.opens("mentees");
                    press("Enrol a student…");
                }),
                Opener.slow("decline a reprobation", "EnrolmentActions ReasonField", () -> {
                    noShow();
                    asMentor.opens(mentee);
                    first("Not now…");
                }),
                Opener.slow("reprobate", "SuspendDialog ReasonField", () -> {
                    active();
                    asMentor.opens(mentee);
                    first("Reprobate…");
                }),
                Opener.slow("unsubscribe", "SuspendDialog ReasonField", () -> {
                    active();
                    asMentee.opens("standing");
                    first("Unsubscribe…");
                }),
                Opener.slow("take a no-show back", "TakingBack ReasonField", () -> {
                    noShow();
                    asAdmin.opens(mentee);
                    first("Take back…");
                }),
                Opener.slow("answer a no-show", "MenteesOwn ReasonField", () -> {
                    if (warnings() == 0) {
                        noShow();
                    }
                    asMentee.opens("standing");
                    _click(button(all -> words(all).matches("Answer…|Change answer…")));
                }),
                Opener.slow("mark on a mentor's behalf", "OnBehalfDialog", () -> {
                    active();
                    mentoring.past(scene, ++day);
                    asAdmin.opens("mentor");
                    press(Fields.all(UI.getCurrent(), ListItem.class).stream().filter(row -> row.hasClassName("mark")
                            && words(row).contains(scene.student().displayName() + " ")).findFirst().orElseThrow(), "No-show");
                }),
                Opener.slow("retire a service", "RetireDialog", this::retire)); // the last: nobody books it then
    }

    AccountInfo mentee() {
        return scene.student();
    }

    // The ways

    private void book() {
        withdraw();
        asStudent.opens(week());
        press(slot(), "Book this slot");
    }

    private void bookForAStudent() {
        withdraw();
        asOwner.opens(week());
        press(slot(), "Book for a student");
        ComboBox<Object> chooser = combo();
        chooser.setValue(Fields.found(chooser, student.displayName()).getFirst());
    }

    private Component slot() {
        _click(_get(_get(Component.class, cells -> cells.withId("slot-" + tomorrow().getEpochSecond())), NativeButton.class));
        return UI.getCurrent();
    }

    private String week() {
        return "book/" + service.id() + "?week=" + formats.dayOf(tomorrow());
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Role> roles() {
        return _get(CheckboxGroup.class);
    }

    private void retire() {
        asAdmin.opens("admin/services");
        String name = nameOf("service", service.id().value());
        if (words(row(name)).contains("Offer again")) {
            press(row(name), "Offer again");
        }
        asked();
        asAdmin.opens("admin/services");
        press(row(name), "Retire…");
        RadioButtonGroup<Object> choice = choice();
        choice.setValue(choice.getGenericDataView().getItem(1));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Object> choice() {
        return _find(RadioButtonGroup.class).getLast();
    }

    private void close() {
        asAdmin.opens("closures");
        press("New closure…");
        ComboBox<Object> place = combo();
        place.setValue(Fields.found(place, service.resource().name()).getFirst());
        LocalDateTime from = LocalDateTime.ofInstant(school.in(200 + ++day, "10:00"), formats.zone());
        write(_get(DateTimePicker.class, all -> all.withLabel("From")), from);
        write(_get(DateTimePicker.class, all -> all.withLabel("Until")), from.plusHours(1));
    }

    // What they need

    /** A request of the student's that waits, the only one. */
    private void asked() {
        withdraw();
        desk.book(student, service, tomorrow());
    }

    private void withdraw() {
        school.as(student, bookings::mine).stream().filter(booking -> booking.status().isActive())
                .forEach(booking -> desk.cancel(student, booking, ""));
    }

    private Instant tomorrow() {
        return school.in(1, "10:00");
    }

    private void active() {
        if (!mentoring.now(scene).status().name().equals("ACTIVE")) {
            if (mentoring.reactivate(scene.admin(), scene).refusal().isPresent()) {
                mentoring.resubscribe(scene.student(), scene);
            }
        }
    }

    private void noShow() {
        active();
        do {
            desk.mark(scene.mentor(), mentoring.past(scene, ++day), Mark.NO_SHOW);
        } while (warnings() < 3);
    }

    private int warnings() {
        return mentoring.now(scene).warnings();
    }

    private String nameOf(String table, long id) {
        return jdbc.sql("select name from " + table + " where id = ?").param(id).query(String.class).single();
    }

    // The screen

    private static Button button(Predicate<Button> wanted) {
        return Fields.all(UI.getCurrent(), Button.class).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static void first(String text) {
        _click(button(one -> words(one).startsWith(text)));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> combo() {
        return _get(ComboBox.class);
    }
}
