package org.mentorportal.live.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.soon;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;

/** A part of a screen is read again in its person's name, on whatever threads the changes come. */
@ExtendWith(OutputCaptureExtension.class)
class LivePartTest extends ScreenTest {

    private static final Topic TOPIC = new Topic("test of live parts");

    @Autowired
    LiveUpdates updates;
    @Autowired
    CurrentActor actor;

    private final AtomicInteger state = new AtomicInteger();
    private final List<AccountId> readers = new CopyOnWriteArrayList<>();
    private final Div part = new Div();
    private volatile boolean denied;

    private int read() {
        int now = state.get();
        readers.add(actor.get().id());
        if (denied) {
            throw new AccessDeniedException("the session is over");
        }
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return now;
    }

    private void show() {
        LivePart.of(part, updates, Set.of(TOPIC), this::read, now -> part.setText("state " + now));
        UI.getCurrent().add(part);
    }

    private void change() {
        state.incrementAndGet();
        updates.announce(Set.of(TOPIC));
    }

    @Test
    void manyChangesAtOnceEndInTheLastStateWithFewReadsAndNoFault(CapturedOutput log) {
        AccountInfo student = school.student();
        visit(student);
        show();
        IntStream.range(0, 200).parallel().forEach(n -> change());
        soon(() -> assertThat(part.getText()).isEqualTo("state 200"));
        assertThat(readers).containsOnly(student.id()).hasSizeLessThan(100);
        assertThat(log).doesNotContain("a screen could not be brought up to date");
    }

    @Test
    void aPartThatLeftTheScreenIsReadNoMore() throws InterruptedException {
        visit(school.student());
        show();
        UI.getCurrent().remove(part);
        readers.clear();
        change();
        Thread.sleep(100);
        assertThat(readers).isEmpty();
        UI.getCurrent().add(part);
        assertThat(part.getText()).isEqualTo("state 1");
    }

    @Test
    void aPartWhosePersonIsDeniedItIsReadNoMore() throws InterruptedException {
        visit(school.student());
        show();
        denied = true;
        readers.clear();
        change();
        soon(() -> assertThat(readers).hasSize(1));
        Thread.sleep(50);
        change();
        Thread.sleep(100);
        assertThat(readers).hasSize(1);
    }
}
