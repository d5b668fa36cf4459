package org.mentorportal.app.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.live.LiveExecutor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.PageLink;

/** Navigation beside the page (below it on a phone): only what the person's roles may do, with counts that stay true. */
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, BeforeLeaveObserver, AfterNavigationObserver {

    /** Offered to those only who are in a cycle. */
    private static final String STANDING = "standing";
    /** Entries that fit on a phone side by side. */
    private static final int PHONE = 5;
    private static final SortedMap<Role, List<String>> AT_HAND = new TreeMap<>(Map.of(Role.STUDENT, List.of("book", "my-bookings"),
            Role.MENTOR, List.of("mentor", "mentees"), Role.PRINCIPAL, List.of("approvals", "closures"),
            Role.ADMIN, List.of("approvals", "admin/services")));

    private final Words words;
    private final Main content = new Main();
    private final List<NavItem> items = new ArrayList<>();
    private final List<NavItem> rest = new ArrayList<>();
    private final MoreButton more;

    MainLayout(Words words, CurrentActor currentActor, NavCounts counts, LiveUpdates live, LiveExecutor executor,
               AuthenticationContext authentication) {
        this.words = words;
        Actor person = currentActor.get();
        addClassName("shell");
        var nav = new Nav();
        nav.setId("navigation");
        nav.setAriaLabel(words.get("shell.navigation"));
        fill(nav, person);
        rest.addAll(withoutRoom(person));
        more = new MoreButton(words, nav, rest);
        if (!rest.isEmpty()) {
            nav.add(more);
        }
        add(skipLink(), side(nav, person, authentication), content);
        content.setId("content");
        addAttachListener(shown -> sayWhatIsSaidAlone(shown.getUI().getReconnectDialogConfiguration()));
        LivePart.of(this, live, counts.topics(person), () -> counts.of(person), this::show)
                .alsoAt(executor, shown -> Optional.ofNullable(shown.unmarked().nextEnd()));
    }

    /** While the portal cannot be reached, the screen speaks by itself. */
    private void sayWhatIsSaidAlone(ReconnectDialogConfiguration connection) {
        connection.setDialogText(words.get("connection.lost"));
        connection.setDialogTextGaveUp(words.get("connection.given-up"));
    }

    private Component skipLink() {
        var skip = new Anchor("#content", words.get("shell.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        return skip;
    }

    private void fill(Nav nav, Actor person) {
        item(nav, "", "shell.start");
        item(nav, "book", person.is(Role.STUDENT) ? "shell.book" : "shell.slots");
        if (person.is(Role.STUDENT)) {
            item(nav, "my-bookings", "shell.my-bookings");
            item(nav, STANDING, "shell.standing");
        }
        if (NavCounts.mentors(person)) {
            item(nav, "mentor", "shell.sessions");
            item(nav, "mentees", "shell.mentees");
            item(nav, "bookings", "shell.bookings");
        }
        if (NavCounts.decides(person)) {
            item(nav, "approvals", "shell.approvals");
            item(nav, "closures", "shell.closures");
        }
        if (person.is(Role.MENTOR)) {
            item(nav, "hours", "shell.hours");
        }
        if (person.is(Role.ADMIN)) {
            item(nav, "admin/services", "shell.services");
            item(nav, "admin/cycles", "shell.cycles");
            item(nav, "admin/accounts", "shell.accounts");
        }
        if (person.is(Role.PRINCIPAL) || person.is(Role.ADMIN)) {
            item(nav, "trail", "shell.trail");
        }
        if (person.is(Role.ADMIN)) {
            item(nav, "admin/trail", "shell.seals");
        }
        item(nav, "inbox", "shell.inbox");
    }

    /** A phone has room for so many: start, inbox, two of what the person comes for most, and the button for the others. */
    private List<NavItem> withoutRoom(Actor person) {
        if (items.size() <= PHONE) {
            return List.of();
        }
        List<String> first = AT_HAND.entrySet().stream().filter(role -> person.is(role.getKey()))
                .flatMap(role -> role.getValue().stream()).distinct().limit(PHONE - 3).toList();
        return items.stream().filter(item -> !Set.of("", "inbox").contains(item.path()) && !first.contains(item.path())).toList();
    }

    private Component side(Nav nav, Actor person, AuthenticationContext authentication) {
        var brand = new Div(new Span(), new Span(words.get("shell.name")));
        brand.addClassName("brand");
        var side = new Aside(brand, nav, who(person, authentication));
        side.addClassName("side");
        return side;
    }

    private void item(Nav nav, String path, String key) {
        var item = new NavItem(path, words.get(key));
        items.add(item);
        nav.add(item);
    }

    private Component who(Actor person, AuthenticationContext authentication) {
        var name = new Span(person.name());
        name.addClassName("name");
        var roles = new Span(person.roles().stream().sorted().map(words::of).collect(Collectors.joining(", ")));
        roles.addClassName("muted");
        var out = new NativeButton(words.get("shell.sign-out"), click -> authentication.logout());
        out.addClassName("quiet");
        var settings = new PageLink("settings", words.get("shell.settings"));
        settings.addClassName("quiet");
        var who = new Div(name, roles, new Div(new ColorSchemeButton(words), settings, out));
        who.addClassName("who");
        return who;
    }

    private void show(NavCounts.Counts counts) {
        items.forEach(item -> {
            switch (item.path()) {
                case "inbox" -> item.count(counts.unread(), words.get("shell.unread", counts.unread()));
                case "approvals" -> item.count(counts.pending(), words.get("shell.pending", counts.pending()));
                case "mentor" -> item.count(counts.unmarked().count(), words.get("shell.unmarked", counts.unmarked().count()));
                case "mentees" -> item.count(counts.questions(), words.get("shell.questions", counts.questions()));
                case STANDING -> item.setVisible(counts.mentee());
                default -> { }
            }
        });
        more.count(rest.stream().mapToInt(NavItem::waiting).sum());
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.removeAll();
        content.getElement().appendChild(page.getElement());
    }

    /** A dialog belongs to its page: also the browser's back button closes it, unless it shows what is shown only once. */
    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        leaving.getUI().getChildren().filter(Dialog.class::isInstance).map(Dialog.class::cast).filter(Dialog::isCloseOnEsc).toList()
                .forEach(Dialog::close);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        items.forEach(item -> item.markCurrent(event.getLocation().getPath()));
        more.show(rest.stream().anyMatch(NavItem::isCurrent));
    }
}
