package org.mentorportal.live.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mentorportal.support.Screen.soon;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.live.LiveExecutor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Subscription;
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
    private final List<Runnable> planned = new CopyOnWriteArrayList<>();
    private final LiveUpdates byHand = mock(LiveUpdates.class);
    private volatile boolean denied;
    private volatile boolean away;

    private int read() {
        int now = state.get();
        readers.add(actor.get().id());
        if (denied) {
            throw new AccessDeniedException("the session is over");
        }
        if (away) {
            throw new IllegalStateException("the database is away");
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

    /** Nothing is announced, and what is planned for after a pause runs when the test says so. */
    private void showByHand() {
        when(byHand.subscribe(any(), any())).thenReturn(() -> { });
        when(byHand.onceMore(any())).thenAnswer(call -> plan(call.getArgument(0)));
        LiveExecutor clock = mock(LiveExecutor.class);
        when(clock.at(any(), any())).thenAnswer(call -> plan(call.getArgument(1)));
        LivePart.of(part, byHand, Set.of(TOPIC), this::read, now -> part.setText("state " + now))
                .alsoAt(clock, now -> Optional.of(Instant.MAX));
        UI.getCurrent().add(part);
    }

    private Subscription plan(Runnable reading) {
        planned.add(reading);
        return () -> planned.remove(reading);
    }

    private static void settle() {
        MockVaadin.clientRoundtrip(false);
    }

    private void pauseEnds() {
        assertThat(planned).as("readings that are planned").hasSize(1);
        planned.removeFirst().run();
        settle();
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
    void whatCannotBeReadIsReadAgainAfterAPauseUntilItCanBe() {
        visit(school.student());
        showByHand();
        away = true;
        state.incrementAndGet();
        assertThatThrownBy(this::pauseEnds).as("the log has it").hasMessage("the database is away");
        settle();
        pauseEnds();
        pauseEnds();
        assertThat(part.getText()).isEqualTo("state 0");
        away = false;
        pauseEnds();
        assertThat(part.getText()).isEqualTo("state 1");
        state.incrementAndGet();
        pauseEnds();
        assertThat(part.getText()).as("the moment that was in what was read is planned again").isEqualTo("state 2");
    }

    @Test
    void whatCannotBeReadWhenThePartIsOpenedIsReadAfterAPause() {
        visit(school.student());
        away = true;
        try {
            showByHand();
        } catch (IllegalStateException told) {
            // whoever opens it is told by the screen
        }
        settle();
        away = false;
        pauseEnds();
        assertThat(part.getText()).isEqualTo("state 0");
    }

    @Test
    void theEndOfAnOutageIsSeenThoughNobodyAnnouncesIt() {
        visit(school.student());
        show();
        away = true;
        change();
        soon(() -> assertThat(readers).hasSize(2));
        away = false;
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            settle();
            assertThat(part.getText()).isEqualTo("state 1");
        });
    }

    @Test
    void aPartThatLeftTheScreenPlansNothing() {
        visit(school.student());
        showByHand();
        state.incrementAndGet();
        planned.removeFirst().run();
        UI.getCurrent().remove(part);
        settle();
        assertThat(planned).isEmpty();
        assertThat(part.getText()).as("what came too late").isEqualTo("state 0");
    }

    @Test
    void aPartThatLeftTheScreenInAnOutageIsNotReadAgain() {
        visit(school.student());
        showByHand();
        away = true;
        assertThatThrownBy(this::pauseEnds).hasMessage("the database is away");
        settle();
        assertThat(planned).hasSize(1);
        UI.getCurrent().remove(part);
        assertThat(planned).isEmpty();
        away = false;
        UI.getCurrent().add(part);
        away = true;
        assertThatThrownBy(this::pauseEnds).hasMessage("the database is away");
        UI.getCurrent().remove(part);
        settle();
        assertThat(planned).as("it left before that was planned").isEmpty();
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
