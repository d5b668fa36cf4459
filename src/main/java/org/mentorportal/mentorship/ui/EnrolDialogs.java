package org.mentorportal.mentorship.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentService;
import org.springframework.stereotype.Component;

/** Opens the dialog that enrols a student, with what the person may choose from. */
@Component
class EnrolDialogs {

    private final CycleService cycles;
    private final EnrolmentService enrolments;
    private final AccountService accounts;
    private final MentorshipTexts texts;
    private final CurrentActor actor;
    private final Clock clock;

    EnrolDialogs(CycleService cycles, EnrolmentService enrolments, AccountService accounts, MentorshipTexts texts, CurrentActor actor,
                 Clock clock) {
        this.cycles = cycles;
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.texts = texts;
        this.actor = actor;
        this.clock = clock;
    }

    /** Cycles that are over are not offered. */
    void open(Consumer<EnrolmentDetails> enrolled) {
        LocalDate today = LocalDate.now(clock);
        List<CycleInfo> open = cycles.all().stream().filter(cycle -> !cycle.lastDay().isBefore(today)).toList();
        new EnrolDialog(texts, enrolments, accounts, open, actor.get(), enrolled).open();
    }
}
