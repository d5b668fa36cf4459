package org.mentorportal.input;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.RevokeToken;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Formats;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.School;
import org.mentorportal.support.Screen;
import org.mentorportal.support.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every form of every screen that takes text, written down once; BadInputOnScreensTest fails where one is missing. */
final class Openers {

    private final School school;
    private final Desk desk;
    private final Mentoring mentoring;
    private final AccessTokenService tokens;
    private final JdbcClient jdbc;
    private final Formats formats;
    private final Mentoring.Scene scene;
    private final ServiceInfo service;
    private final AccountInfo student;
    private final Visit asAdmin;
    private final Visit asStudent;
    private final Visit asMentor;
    private int hour;
    private int day;

    Openers(School school, Desk desk, Mentoring mentoring, AccessTokenService tokens, JdbcClient jdbc, Formats formats,
            Function<AccountInfo, Visit> visit) {
        this.school = school;
        this.desk = desk;
        this.mentoring = mentoring;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.formats = formats;
        scene = mentoring.scene();
        service = school.service();
        student = school.student();
        asAdmin = visit.apply(scene.admin());
        asStudent = visit.apply(student);
        asMentor = visit.apply(scene.mentor());
    }

    List<Opener> all(Visit asMentee) {
        String mentee = "mentees/" + scene.enrolment().id();
        return List.of(
                Opener.of("look for mentees", "MenteesView", () -> asMentor.opens("mentees")),
                Opener.of("look for bookings", "BookingsView", () -> asAdmin.opens("bookings")),
                Opener.of("look for slots", "BookView", () -> asStudent.opens("book")),
                Opener.of("look for services", "ServicesView", () -> asAdmin.opens("admin/services")),
                Opener.of("book", "DetailsForm", this::book),
                Opener.of("book for a student", "ForStudent DetailsForm", this::bookForAStudent),
                Opener.of("edit a booking", "DetailsForm", () -> {
                    asked();
                    asStudent.opens("my-bookings");
                    first("Edit…");
                }),
                Opener.of("reject", "ReasonDialog", () -> {
                    AccountInfo one = school.student();
                    desk.book(one, service, next());
                    asAdmin.opens("approvals");
                    press(row(one.displayName() + " "), "Reject…");
                }),
                Opener.of("cancel", "ReasonDialog", () -> {
                    asked();
                    asAdmin.opens("bookings");
                    first("Cancel…");
                }),
                Opener.of("move", "MoveDialog", () -> {
                    asked();
                    asAdmin.opens("bookings");
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
                Opener.of("retire a service", "RetireDialog", this::retire),
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
                Opener.of("enrol", "EnrolDialog", () -> {
                    asAdmin.opens("mentees");
                    press("Enrol a student…");
                }),
                Opener.of("decline a reprobation", "EnrolmentActions ReasonField", () -> {
                    noShow();
                    asMentor.opens(mentee);
                    first("Not now…");
                }),
                Opener.of("reprobate", "SuspendDialog ReasonField", () -> {
                    active();
                    asMentor.opens(mentee);
                    first("Reprobate…");
                }),
                Opener.of("unsubscribe", "SuspendDialog ReasonField", () -> {
                    active();
                    asMentee.opens("standing");
                    first("Unsubscribe…");
                }),
                Opener.of("take a no-show back", "TakingBack ReasonField", () -> {
                    noShow();
                    asAdmin.opens(mentee);
                    first("Take back…");
                }),
                Opener.of("answer a no-show", "MenteesOwn ReasonField", () -> {
                    if (warnings() == 0) {
                        noShow();
                    }
                    asMentee.opens("standing");
                    _click(button(all -> words(all).matches("Answer…|Change answer…")));
                }),
                Opener.of("mark on a mentor's behalf", "OnBehalfDialog", () -> {
                    active();
                    mentoring.past(scene, ++day);
                    asAdmin.opens("mentor");
                    press(row(scene.student().displayName() + " "), "No-show");
                }));
    }

    AccountInfo mentee() {
        return scene.student();
    }

    // The ways

    private void book() {
        Instant start = next();
        asStudent.opens(week(start));
        slot(start);
        press("Book this slot");
    }

    private void bookForAStudent() {
        Instant start = next();
        asAdmin.opens(week(start));
        slot(start);
        press("Book for a student");
        ComboBox<Object> chooser = combo("Student");
        chooser.setValue(Fields.found(chooser, student.email()).getFirst());
    }

    private static void slot(Instant start) {
        _click(_get(_get(Component.class, cells -> cells.withId("slot-" + start.getEpochSecond())), NativeButton.class));
    }

    private String week(Instant start) {
        return "book/" + service.id() + "?week=" + formats.dayOf(start);
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
        return _get(RadioButtonGroup.class);
    }

    private void close() {
        asAdmin.opens("closures");
        press("New closure…");
        ComboBox<Object> place = _combo();
        place.setValue(Fields.found(place, service.resource().name()).getFirst());
        LocalDateTime from = LocalDateTime.ofInstant(school.in(200 + ++day, "10:00"), formats.zone());
        write(_get(DateTimePicker.class, all -> all.withLabel("From")), from);
        write(_get(DateTimePicker.class, all -> all.withLabel("Until")), from.plusHours(1));
    }

    // What they need

    /** A request of the student's that waits, the only one. */
    private void asked() {
        school.as(student, () -> true);
        jdbc.sql("select count(*) from booking where student_id = ? and status in ('PENDING', 'APPROVED')").param(student.id().value())
                .query(Integer.class).optional().filter(none -> none == 0).ifPresent(none -> booking());
    }

    private BookingDetails booking() {
        return desk.book(student, service, next());
    }

    private Instant next() {
        hour++;
        return school.in(1 + hour / 10, "08:00").plus(Duration.ofHours(hour % 10));
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
            desk.mark(scene.mentor(), mentoring.past(scene, ++day), org.mentorportal.session.Mark.NO_SHOW);
        } while (warnings() < 3);
    }

    private int warnings() {
        return mentoring.now(scene).warnings();
    }

    private String nameOf(String table, long id) {
        return jdbc.sql("select name from " + table + " where id = ?").param(id).query(String.class).single();
    }

    // The screen

    private static Button button(java.util.function.Predicate<Button> wanted) {
        return _find(Button.class, all -> all.withPredicate(wanted::test)).getFirst();
    }

    private static void first(String text) {
        _click(button(one -> words(one).startsWith(text)));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> combo(String label) {
        return _get(ComboBox.class, boxes -> boxes.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> _combo() {
        return _get(ComboBox.class);
    }

    static void closeDialogs() {
        _find(Dialog.class).forEach(Dialog::close);
        Screen.words();
    }
}
