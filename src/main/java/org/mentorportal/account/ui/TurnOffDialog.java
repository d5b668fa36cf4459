package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinRequest;
import org.mentorportal.account.SecondFactorOutcome;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.ui.Warning;

/** Does without a second factor from now on; asks for a code of it once more. */
final class TurnOffDialog extends Dialog {

    TurnOffDialog(AccountTexts texts, SecondFactorService factors, Runnable done) {
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("factor.off-title"));
        var warning = new Warning();
        var code = new CodeField(texts.get("factor.code"));
        var content = new Div(new Paragraph(texts.get("factor.off-line")), warning, code);
        content.addClassName("stack");
        add(content);
        var act = new Button(texts.get("factor.off-now"), click -> {
            SecondFactorOutcome outcome = factors.turnOffMine(code.getValue(), VaadinRequest.getCurrent().getRemoteAddr(), CommandKey.fresh());
            outcome.refusal().ifPresentOrElse(why -> warning.say(texts.refusal(why)), () -> {
                close();
                done.run();
            });
        });
        act.addClassName("grave");
        getFooter().add(new Button(texts.get("accounts.keep"), click -> close()), act);
    }
}
