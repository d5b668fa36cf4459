package org.mentorportal.support;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.github.mvysny.kaributesting.v10.MockAccessDeniedException;
import com.github.mvysny.kaributesting.v10.NotFoundError;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.RouteData;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Opens every screen that the person of the {@link Visit} which has the thread is let into, and follows the links that are on them. */
public final class Tour {

    /** Weeks of services, pages of mentees: one is like the other. */
    private static final int OF_ONE_TEMPLATE = 2;

    private final Set<String> opened = new TreeSet<>();
    private final Set<String> deadEnds = new TreeSet<>();
    private final Map<String, Integer> ofTemplate = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    private final Consumer<String> reader;

    /** @param opened their templates; @param deadEnds templates of what a link led to and there is not, for this person */
    public record Seen(Set<String> opened, Set<String> deadEnds) {
    }

    private Tour(Consumer<String> reader) {
        this.reader = reader;
    }

    /**
     * @param more paths to begin with, beside the screens whose paths have no parameter
     */
    public static Seen ofAllScreens(List<String> more) {
        return ofAllScreens(more, words -> { });
    }

    /** @param reader is told what can be read on each screen */
    public static Seen ofAllScreens(List<String> more, Consumer<String> reader) {
        var tour = new Tour(reader);
        Stream.concat(more.stream(), templates().stream().filter(template -> !template.contains(":"))).forEach(tour::note);
        while (!tour.ahead.isEmpty()) {
            tour.open(tour.ahead.remove());
        }
        return new Seen(tour.opened, tour.deadEnds);
    }

    /** Of all screens of a portal that has been set up, but for its door. */
    public static List<String> templates() {
        return UI.getCurrent().getInternals().getRouter().getRegistry().getRegisteredRoutes().stream().map(RouteData::getTemplate)
                .filter(template -> !template.equals("login") && !template.equals("set-up")).toList();
    }

    private void open(String path) {
        try {
            Screen.open(path);
            reader.accept(Screen.words());
            opened.add(template(path));
            _find(Anchor.class).stream().map(Anchor::getHref).filter(href -> !href.contains("://") && !href.startsWith("api/")).forEach(this::note);
        } catch (MockAccessDeniedException notForThem) {
            seen.add(path);
        } catch (NotFoundError nothingThere) {
            deadEnds.add(template(path));
        }
    }

    private void note(String href) {
        String path = href.replaceFirst("^/", "").replaceFirst("[?#].*", "");
        boolean known = templates().contains(template(path));
        if (known && seen.add(path) && ofTemplate.merge(template(path), 1, Integer::sum) <= OF_ONE_TEMPLATE) {
            ahead.add(path);
        }
    }

    private static String template(String path) {
        return templates().stream().filter(template -> path.matches(template.replaceAll(":[^/]+", "[^/]+"))).findFirst().orElse("");
    }
}
