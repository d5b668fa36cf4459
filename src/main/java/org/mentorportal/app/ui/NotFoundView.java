package org.mentorportal.app.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.PageHeader;

/** What is not there and what is not this person's look the same. */
@AnonymousAllowed
class NotFoundView extends Main implements HasErrorParameter<NotFoundException> {

    private static final int NOT_FOUND = 404;

    NotFoundView(Words words) {
        var start = new Anchor(".", words.get("not-found.start"));
        start.addClassNames("button", "primary");
        add(new PageHeader(words.get("not-found.title"), ""), new Empty(words.get("not-found.text"), start));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return NOT_FOUND;
    }
}
