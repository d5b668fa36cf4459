package org.mentorportal.trail;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.account.DisplayNames;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns events into sentences, in a few statements for however many. */
@Component
class Teller {

    private static final Set<String> IS_AN_ACCOUNT = Set.of("account", "second-factor");
    private static final Set<String> NAMES_ACCOUNTS = Set.of("student", "lead", "account");

    private final Map<String, Sentences> byKind = new HashMap<>();
    private final Histories histories;
    private final AccountService accounts;
    private final CatalogueService catalogue;
    private final CurrentActor actor;
    private final Words words;
    private final Formats formats;
    private final JdbcClient jdbc;

    Teller(List<Sentences> sentences, Histories histories, AccountService accounts, CatalogueService catalogue, CurrentActor actor, Words words,
           Formats formats, JdbcClient jdbc) {
        sentences.forEach(some -> some.kinds().forEach(kind -> byKind.put(kind, some)));
        this.histories = histories;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.actor = actor;
        this.words = words;
        this.formats = formats;
        this.jdbc = jdbc;
    }

    List<TrailLine> lines(List<TrailReader.Found> found) {
        Map<Subject, History> known = histories.withOthers(found.stream().map(one -> one.event().subject()).toList());
        var told = new Told(known, new Names(actor.get(), accountNames(known.values()), cycleNames(known.values()), words), catalogue.current(),
                words, formats);
        return found.stream().map(one -> line(one, told)).toList();
    }

    private TrailLine line(TrailReader.Found found, Told told) {
        RecordedEvent event = found.event();
        Sentences sentences = byKind.get(event.subject().type());
        String said = sentences == null ? SchoolSentences.other(event, told) : sentences.of(event, told);
        return new TrailLine(event.id(), event.at(), told.who(event), event.by().role(), event.command(), event.subject(), event.seq(), said,
                found.reason());
    }

    private DisplayNames accountNames(Collection<History> histories) {
        var ids = new HashSet<AccountId>();
        events(histories).forEach(event -> {
            ids.add(event.by().account());
            if (IS_AN_ACCOUNT.contains(event.subject().type())) {
                ids.add(new AccountId(event.subject().id()));
            }
            event.facts().forEach((fact, value) -> {
                if (NAMES_ACCOUNTS.contains(fact)) {
                    ids.add(new AccountId(Long.parseLong(value)));
                }
            });
        });
        return accounts.names(ids);
    }

    private Map<Long, String> cycleNames(Collection<History> histories) {
        Long[] ids = events(histories).flatMap(event -> event.subject().type().equals("cycle") ? Stream.of(event.subject().id())
                : Stream.ofNullable(event.facts().get("cycle")).map(Long::valueOf)).distinct().toArray(Long[]::new);
        return ids.length == 0 ? Map.of() : jdbc.sql("select id, name from cycle where id = any(:ids)").param("ids", ids)
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("name"))).list().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<RecordedEvent> events(Collection<History> histories) {
        return histories.stream().flatMap(history -> history.events().stream());
    }
}
