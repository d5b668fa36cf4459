package org.mentorportal.app.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.mentorportal.shared.FaultLog;
import org.mentorportal.shared.Outage;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.PageHeader;

/** Stands where a screen could not be opened: try again, or a number; never the cause. */
@AnonymousAllowed
class FaultView extends Main implements HasErrorParameter<Exception> {

    private final Words words;
    private final FaultLog faults;

    FaultView(Words words, FaultLog faults) {
        this.words = words;
        this.faults = faults;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Exception fault = parameter.getException();
        removeAll();
        return Outage.of(fault).map(outage -> outage(outage, fault, event)).orElseGet(() -> fault(fault));
    }

    private int outage(Outage outage, Exception fault, BeforeEnterEvent event) {
        faults.note(outage, fault);
        var again = new Anchor(event.getLocation().getPathWithQueryParameters(), words.get("page.outage.again"));
        again.setRouterIgnore(true);
        show("page.outage", words.get("page.outage.text"), again);
        return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
    }

    private int fault(Exception fault) {
        show("page.fault", words.get("page.fault.text", faults.note(fault)), new Anchor(".", words.get("not-found.start")));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    private void show(String what, String text, Anchor way) {
        way.addClassNames("button", "primary");
        add(new PageHeader(words.get(what + ".title"), ""), new Empty(text, way));
    }
}
