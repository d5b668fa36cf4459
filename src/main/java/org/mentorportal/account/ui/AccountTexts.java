package org.mentorportal.account.ui;

import java.util.List;
import org.mentorportal.account.AccountChange;
import org.mentorportal.account.AccountState;
import org.mentorportal.shared.ChangeWords;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Chip;
import org.springframework.stereotype.Component;

/** What the screens about accounts say. */
@Component
class AccountTexts {

    final Words words;
    final Formats formats;
    private final RefusalWords refusals;
    private final ChangeWords changes;

    AccountTexts(Words words, Formats formats, RefusalWords refusals, ChangeWords changes) {
        this.words = words;
        this.formats = formats;
        this.refusals = refusals;
        this.changes = changes;
    }

    String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    String refusal(Refused why) {
        return refusals.of(why);
    }

    Chip chip(AccountState state) {
        return new Chip(words.of(state), switch (state) {
            case INVITED -> Chip.Tone.PENDING;
            case ENABLED -> Chip.Tone.OK;
            case DISABLED -> Chip.Tone.OFF;
        });
    }

    List<String> changes(List<AccountChange> since) {
        return changes.lines(since);
    }
}
