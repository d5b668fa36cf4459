package org.mentorportal.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.nayuki.qrcodegen.QrCode;

/** A text as a picture that a phone reads, drawn as SVG. */
final class CodePicture extends Div {

    private static final int BORDER = 4;
    private static final int PIXELS = 200;

    /** @param spoken what a screen reader says instead */
    CodePicture(String text, String spoken) {
        addClassName("code-picture");
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * BORDER;
        var path = new Element("path");
        path.setAttribute("d", squares(code)).setAttribute("transform", "scale(" + (double) PIXELS / size + ")"); // a viewBox would lose its capital
        var picture = new Element("svg");
        picture.setAttribute("width", "" + PIXELS).setAttribute("height", "" + PIXELS).setAttribute("role", "img").setAttribute("aria-label", spoken);
        picture.appendChild(path);
        getElement().appendChild(picture);
    }

    private static String squares(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        return path.toString();
    }
}
