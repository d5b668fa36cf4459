package planted.booking;

import com.vaadin.flow.component.html.Span;

class FaultyScreenPart {

    Span free() {
        return new Span("free");
    }
}
