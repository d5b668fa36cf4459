package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountChanges;
import org.mentorportal.account.AccountDetails;
import org.mentorportal.account.AccountLinks;
import org.mentorportal.account.AdministrationOutcome;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.SearchField;

/** Who has an account: inviting, names and roles, links for a new password, disabling and enabling. */
@Route("admin/accounts")
@RolesAllowed("ADMIN")
class AccountsView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 100;

    private final AccountAdministration accounts;
    private final AccountLinks links;
    private final SecondFactorService factors;
    private final AccountTexts texts;
    private final SearchField search;
    private final KeyedList<AccountDetails> list = new KeyedList<>(AccountDetails::id);
    private final Div rest = new Div();
    private final LivePart<List<AccountDetails>> live;
    private volatile String wanted = "";

    AccountsView(AccountAdministration accounts, AccountLinks links, SecondFactorService factors, AccountTexts texts, LiveUpdates updates) {
        this.accounts = accounts;
        this.links = links;
        this.factors = factors;
        this.texts = texts;
        search = new SearchField(texts.get("accounts.search"));
        search.addClassName("grow");
        search.addValueChangeListener(change -> find(change.getValue()));
        var invite = new Button(texts.get("accounts.invite"), click -> new InviteDialog(texts, links, this::refresh).open());
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        invite.setId("invite");
        var bar = new Div(search, invite);
        bar.addClassName("bar");
        list.addClassName("card");
        add(new PageHeader(texts.get("accounts.title"), texts.get("accounts.line")), bar, list, rest);
        live = LivePart.of(this, updates, Set.of(AccountChanges.ACCOUNTS), () -> accounts.find(wanted, SHOWN + 1), this::show);
    }

    private void find(String text) {
        wanted = text;
        refresh();
    }

    private void refresh() {
        live.refresh();
    }

    private void show(List<AccountDetails> found) {
        list.show(found.stream().limit(SHOWN).toList(), this::row);
        rest.removeAll();
        if (found.isEmpty()) {
            rest.add(new Empty(texts.get("accounts.none")));
        } else if (found.size() > SHOWN) {
            var more = new Paragraph(texts.get("accounts.more", SHOWN));
            more.addClassName("muted");
            rest.add(more);
        }
    }

    private AccountRow row(AccountDetails account) {
        return new AccountRow(texts, account, new AccountActions(accounts, links, factors, texts, account, this::ended, this::refresh));
    }

    /** @param done what is said if it was */
    private void ended(AdministrationOutcome outcome, String done) {
        switch (outcome) {
            case AdministrationOutcome.Done(AccountDetails account) -> Notices.done(texts.get(done, account.displayName()));
            case AdministrationOutcome.AlreadySo already -> Notices.done(texts.get("accounts.already"));
            case AdministrationOutcome.Stale stale -> Notices.refused(texts.get("accounts.stale-notice",
                    String.join("; ", texts.changes(stale.since()))));
            case AdministrationOutcome.NotDone no -> Notices.refused(texts.refusal(no.why()));
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return texts.get("accounts.title");
    }
}
