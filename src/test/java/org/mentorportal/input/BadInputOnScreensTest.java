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
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.shared.Formats;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Log;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.ScreenTest;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is written into whichever field of whichever screen: words, never a fault, never markup, never a forged line of the log. */
class BadInputOnScreensTest extends ScreenTest {

    /** The plain form that the browser posts; BadInputOverHttpTest writes into its fields. */
    private static final Set<String> POSTED = Set.of("SignInView");
    private static final int LONG = 10_000;

    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    AccessTokenService tokens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Formats formats;

    private final List<String> unhandled = new ArrayList<>();
    private List<Opener> openers = List.of();
    private int tried;
    private int fields;
    private long markup;

    @BeforeEach
    void people() {
        var all = new Openers(school, desk, mentoring, tokens, jdbc, formats, this::visit);
        Visit mentee = visit(all.mentee());
        openers = all.all(mentee);
    }

    @Test
    void v121X28EveryFieldOfEveryScreenTakesEveryClassOfBadInput() {
        long begun = System.nanoTime();
        List<String> log = Log.during(() -> openers.forEach(this::tryAll));
        System.out.printf("BAD INPUT on screens: %d fields of %d forms x %d classes = %d tries in %d s, %d unhandled, %d with markup%n", fields,
                openers.size(), BadInput.values().length, tried, (System.nanoTime() - begun) / 1_000_000_000, unhandled.size(), markup);
        assertThat(unhandled).isEmpty();
        assertThat(markup).isZero();
        assertThat(log).noneMatch(line -> line.contains(BadInput.MARK) || line.contains("forged line") || line.contains("fault "));
    }

    private void tryAll(Opener opener) {
        opener.open().run();
        List<String> labels = Fields.ofText().stream().map(TextFieldBase::getLabel).toList();
        int choices = Fields.ofChoice().size();
        assertThat(labels.size() + choices).as(opener + " has fields").isPositive();
        fields += labels.size() + choices;
        for (BadInput bad : BadInput.values()) {
            for (int field = 0; field < labels.size(); field++) {
                tryOne(opener, field, bad);
            }
            tryChoices(opener, bad);
        }
        Openers.closeDialogs();
    }

    private void tryOne(Opener opener, int field, BadInput bad) {
        tried++;
        try {
            Openers.closeDialogs();
            opener.open().run();
            List<TextFieldBase<?, String>> all = Fields.ofText();
            all.stream().filter(HasValue::isEmpty).forEach(other -> other.setValue("words"));
            Integer most = (Integer) all.get(field).getElement().getProperty("maxlength", 0) == 0 ? LONG
                    : all.get(field).getElement().getProperty("maxlength", 0);
            all.get(field).setValue(bad.text(most));
            Fields.send();
        } catch (RuntimeException | AssertionError fault) {
            unhandled.add(opener + ", field " + field + ", " + bad + ": " + fault);
        }
        markup += Fields.withMarkup();
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
    void everyOpenersFormIsSentWithGoodInput() {
        List<String> notSent = new ArrayList<>();
        for (Opener opener : openers.stream().filter(one -> !one.name().startsWith("look for") && !one.name().equals("enrol")).toList()) {
            opener.open().run();
            Fields.ofText().stream().filter(HasValue::isEmpty).forEach(field -> field.setValue("words of " + opener.name()));
            Fields.ofText().stream().limit(1).forEach(field -> field.setValue(field.getValue() + "."));
            String before = org.mentorportal.support.Screen.words();
            Fields.send();
            if (org.mentorportal.support.Screen.words().equals(before) || !Fields.ofText().isEmpty() && Fields.form() instanceof com.vaadin.flow.component.dialog.Dialog) {
                notSent.add(opener + ": " + org.mentorportal.support.Screen.words(Fields.form()));
            }
            Openers.closeDialogs();
        }
        assertThat(notSent).isEmpty();
    }

    @Test
    void noClassThatMakesATextFieldIsLeftOut() {
        Set<String> making = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.mentorportal").stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream()).filter(BadInputOnScreensTest::makesATextField)
                .map(call -> outermost(call.getOriginOwner())).collect(Collectors.toCollection(TreeSet::new));
        Set<String> covered = new TreeSet<>(POSTED);
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
