package org.mentorportal.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mentorportal.account.DemoSignIn;
import org.mentorportal.account.DemoSignIns;
import org.mentorportal.account.StayEnd;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.LanguageChoice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;

/** A plain form that the browser posts, so that password managers know it. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Parameters of the address after an attempt that failed, and after one that came too soon, with the seconds to wait. */
    static final String ERROR = "error";
    static final String WAIT = "wait";
    /** And after a session that is over, with why. */
    private static final String LEFT = "left";

    private final Words words;
    private final TextField email = new TextField();
    private final PasswordField password = new PasswordField();
    private final Element form = new Element("form");
    private final Paragraph error = new Paragraph();

    SignInView(Words words, ObjectProvider<DemoSignIns> demo) {
        this.words = words;
        addClassName("sign-in");
        var card = new Div(Doorway.brand(words), new H1(words.get("sign-in.title")), error);
        card.addClassName("card");
        card.getElement().appendChild(form());
        add(card);
        List<DemoSignIn> offered = demo.stream().flatMap(school -> school.offered().stream()).toList();
        if (!offered.isEmpty()) {
            add(demo(offered));
        }
        add(new LanguageChoice(words));
    }

    /** The address of the sign-in page that says why the person is there. */
    static String left(StayEnd end) {
        return "login?" + LEFT + "=" + end.name();
    }

    private Element form() {
        error.addClassName("verdict-no");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        email.setLabel(words.get("sign-in.email"));
        email.getElement().setAttribute("name", "username").setAttribute("autocomplete", "username")
                .setAttribute("autocapitalize", "none");
        email.setAutofocus(true);
        password.setLabel(words.get("sign-in.password"));
        password.getElement().setAttribute("name", "password").setAttribute("autocomplete", "current-password");
        var submit = new NativeButton(words.get("sign-in.submit"));
        submit.addClassNames("primary", "wide");
        submit.getElement().setAttribute("type", "submit");
        form.setAttribute("method", "post").setAttribute("action", "login");
        form.appendChild(email.getElement(), password.getElement(), submit.getElement());
        csrfField();
        return form;
    }

    private void csrfField() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            form.appendChild(new Element("input").setAttribute("type", "hidden").setAttribute("name", token.getParameterName())
                    .setAttribute("value", token.getToken()));
        }
    }

    private Component demo(List<DemoSignIn> offered) {
        var card = new Div(new H2(words.get("sign-in.demo")), new Paragraph(words.get("sign-in.demo-line")));
        card.addClassNames("card", "demo");
        offered.forEach(one -> {
            var button = new Button(words.of(one.role()), click -> signIn(one));
            button.getElement().setAttribute("title", one.email());
            card.add(button);
        });
        return card;
    }

    private void signIn(DemoSignIn one) {
        form.executeJs("this.username.value = $0; this.password.value = $1; this.submit()", one.email(), one.password());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        error.setVisible(false);
        QueryParameters parameters = event.getLocation().getQueryParameters();
        if (parameters.getSingleParameter(WAIT).filter(seconds -> seconds.matches("\\d{1,6}")).isPresent()) {
            long minutes = Duration.ofSeconds(Long.parseLong(parameters.getSingleParameter(WAIT).orElseThrow()) + 59).toMinutes();
            say(words.get("sign-in.slowed", minutes));
        } else if (parameters.getParameters().containsKey(ERROR)) {
            say(words.get("sign-in.failed"));
        } else {
            parameters.getSingleParameter(LEFT).flatMap(SignInView::end).ifPresent(end -> say(words.of(end)));
        }
    }

    private static Optional<StayEnd> end(String name) {
        return Arrays.stream(StayEnd.values()).filter(end -> end.name().equals(name)).findFirst();
    }

    private void say(String text) {
        error.setText(text);
        error.setVisible(true);
    }

    @Override
    public String getPageTitle() {
        return words.get("sign-in.title");
    }
}
