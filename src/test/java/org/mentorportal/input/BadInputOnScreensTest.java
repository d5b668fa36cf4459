package org.mentorportal.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.booking.BookingService;
import org.mentorportal.shared.Formats;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Log;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.Screen;
import org.mentorportal.support.ScreenTest;
import org.mentorportal.support.Turn;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is written into whichever field of whichever screen: words, never a fault, never markup, never a forged line of the log. */
@Order(Turn.MANY_SCREENS)
class BadInputOnScreensTest extends ScreenTest {

    /** The form that the browser posts, which BadInputOverHttpTest fills in; what can only be read; and what BadInputAtTheDoorsTest tries. */
    private static final Set<String> ELSEWHERE = Set.of("SignInView", "LinkPanel", "SetUpView", "PasswordLinkView", "SecondFactorView", "TurnOffDialog");
    /** Sent with what no good word is: they are refused, and that is all that they can be here. */
    private static final Set<String> NEVER_TAKEN = Set.of("enrol", "invite", "change the password", "set up a second factor");
    private static final int LONG = 10_000;

    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    BookingService bookings;
    @Autowired
    AccessTokenService tokens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Formats formats;

    private final List<String> unhandled = new ArrayList<>();
    private List<Opener> openers = List.of();
    private Component open;
    private int tried;
    private int fields;
    private long markup;

    @BeforeEach
    void people() {
        var all = new Openers(school, desk, mentoring, bookings, tokens, jdbc, formats, this::visit);
        Visit mentee = visit(all.mentee());
        openers = all.all(mentee);
    }

    @Test
    void v121X28EveryFieldOfEveryScreenTakesEveryClassOfBadInput() {
        long begun = System.nanoTime();
        List<String> log = Log.during(() -> openers.forEach(this::tryAll));
        System.out.printf("BAD INPUT on screens: %d fields of %d forms x up to %d classes = %d tries in %d s, %d unhandled, %d with markup%n", fields,
                openers.size(), BadInput.values().length, tried, (System.nanoTime() - begun) / 1_000_000_000, unhandled.size(), markup);
        assertThat(unhandled).isEmpty();
        assertThat(markup).isZero();
        assertThat(log).noneMatch(line -> line.contains(BadInput.MARK) || line.contains("forged line") || line.contains("fault "));
    }

    private void tryAll(Opener opener) {
        open = Fields.open(opener);
        int texts = Fields.ofText().size();
        int choices = Fields.ofChoice().size();
        assertThat(texts + choices).as(opener + " has fields").isPositive();
        fields += texts + choices;
        for (BadInput bad : opener.tried()) {
            for (int field = 0; field < texts; field++) {
                tryOne(opener, field, bad, texts);
            }
            tryChoices(opener, bad);
        }
        Fields.closeDialogs();
    }

    private void tryOne(Opener opener, int number, BadInput bad, int texts) {
        tried++;
        try {
            if (Fields.form() != open || Fields.ofText().size() != texts) { // it was taken, or is at its next step
                Fields.closeDialogs();
                open = Fields.open(opener);
            }
            List<TextFieldBase<?, String>> all = Fields.ofText();
            all.stream().filter(HasValue::isEmpty).forEach(other -> other.setValue("words"));
            TextFieldBase<?, String> field = all.get(number);
            field.setValue(bad.text(field.getElement().getProperty("maxlength", LONG)));
            Fields.send();
            markup += Fields.withMarkup();
            field.setValue("words " + tried);
        } catch (RuntimeException | AssertionError fault) {
            unhandled.add(opener + ", field " + number + ", " + bad + ": " + fault);
        }
    }

    private void tryChoices(Opener opener, BadInput bad) {
        for (ComboBox<Object> box : Fields.ofChoice()) {
            tried++;
            try {
                Fields.found(box, bad.text(LONG));
            } catch (RuntimeException fault) {
                unhandled.add(opener + ", " + box.getLabel() + ", " + bad + ": " + fault);
            }
        }
    }

    @Test
    void everyOpenersFormIsTakenWithGoodInput() {
        List<String> notTaken = new ArrayList<>();
        for (Opener opener : openers.stream().filter(one -> !one.name().startsWith("look for") && !NEVER_TAKEN.contains(one.name())).toList()) {
            Fields.open(opener);
            Fields.ofText().forEach(field -> field.setValue("words of " + opener.name() + System.nanoTime()));
            Fields.send();
            if (!Fields.dialogs().isEmpty() && !Fields.ofText().isEmpty()) {
                notTaken.add(opener + ": " + Screen.words(Fields.form()));
            }
            Fields.closeDialogs();
        }
        assertThat(notTaken).isEmpty();
    }

    @Test
    void noClassThatMakesATextFieldIsLeftOut() {
        Set<String> making = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.mentorportal").stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream()).filter(BadInputOnScreensTest::makesATextField)
                .map(call -> outermost(call.getOriginOwner())).collect(Collectors.toCollection(TreeSet::new));
        Set<String> covered = new TreeSet<>(ELSEWHERE);
        openers.forEach(opener -> covered.addAll(opener.classes()));
        assertThat(making).isNotEmpty().isSubsetOf(covered);
    }

    private static boolean makesATextField(JavaConstructorCall call) {
        JavaClass made = call.getTargetOwner();
        return made.isAssignableTo(Component.class) && List.of("com.vaadin.flow.component.textfield.TextField", "com.vaadin.flow.component.textfield.TextArea",
                "com.vaadin.flow.component.textfield.PasswordField", "com.vaadin.flow.component.textfield.EmailField",
                "com.vaadin.flow.component.combobox.ComboBox", "com.vaadin.flow.component.html.Input").stream().anyMatch(made::isAssignableTo);
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll(".*\\.", "").replaceAll("\\$.*", "");
    }
}
