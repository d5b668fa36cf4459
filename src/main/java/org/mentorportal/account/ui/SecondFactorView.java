package org.mentorportal.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.mentorportal.account.SecondFactorOutcome;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.account.Stays;
import org.mentorportal.account.Step;
import org.mentorportal.shared.ui.Warning;
import org.springframework.security.core.context.SecurityContextHolder;

/** Between the password and the portal: a code, or setting up what is demanded. There is no way around it but signing out. */
@Route(value = "second-factor", autoLayout = false)
@PermitAll
class SecondFactorView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

    private final AccountTexts texts;
    private final SecondFactorService factors;
    private final Stays stays;
    private final AuthenticationContext authentication;
    private final CodeField code;
    private final Warning warning = new Warning();

    SecondFactorView(AccountTexts texts, SecondFactorService factors, Stays stays, AuthenticationContext authentication) {
        super(texts.words);
        this.texts = texts;
        this.factors = factors;
        this.stays = stays;
        this.authentication = authentication;
        this.code = new CodeField(texts.get("factor.code"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Step step = stays.stepOf(SecurityContextHolder.getContext().getAuthentication());
        switch (step) {
            case CODE -> ask();
            case SET_UP -> show(texts.get("factor.required-title"), new Paragraph(texts.get("factor.required-line")),
                    new SecondFactorSetUp(texts, factors, SecondFactorView::goIn), out());
            case IN -> event.forwardTo("");
        }
    }

    private void ask() {
        var enter = new Button(texts.get("factor.enter"), click -> enter());
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        code.setHelperText(texts.get("factor.code-help"));
        show(getPageTitle(), warning, code, enter, out());
        code.focus();
    }

    private NativeButton out() {
        var out = new NativeButton(texts.get("shell.sign-out"), click -> authentication.logout());
        out.addClassName("quiet");
        return out;
    }

    private void enter() {
        SecondFactorOutcome outcome = factors.enter(code.getValue(), VaadinRequest.getCurrent().getRemoteAddr());
        outcome.refusal().ifPresentOrElse(why -> {
            warning.say(texts.refusal(why));
            code.clear();
            code.focus();
        }, SecondFactorView::goIn);
    }

    /** With a page of its own, so that nothing of this one is left. */
    private static void goIn() {
        UI.getCurrent().getPage().setLocation(".");
    }

    @Override
    public String getPageTitle() {
        return texts.get("factor.title");
    }
}
