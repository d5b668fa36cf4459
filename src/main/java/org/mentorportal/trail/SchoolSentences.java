package org.mentorportal.trail;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Set;
import org.mentorportal.account.AccountPart;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.catalogue.CatalogueChange.ServicePart;
import org.mentorportal.mentorship.CycleChange.CyclePart;
import org.mentorportal.shared.Words;
import org.springframework.stereotype.Component;

/** What is offered and when it is closed, who there is, and the trail's own seals. */
@Component
class SchoolSentences implements Sentences {

    enum SchoolDeed {
        CLOSED, CLOSURE_LIFTED, RESOURCE_ADDED, SERVICE_ADDED, SERVICE_EDITED, SERVICE_RETIRED, SERVICE_OFFERED, CYCLE_ADDED, CYCLE_EDITED,
        ACCOUNT_MADE, ACCOUNT_ENABLED, ACCOUNT_DISABLED, ACCOUNT_EDITED, TOKEN_MADE, TOKEN_REVOKED, FACTOR_ON, FACTOR_OFF, FACTOR_SHOWN, SEALED,
        OTHER
    }

    @Override
    public Set<String> kinds() {
        return Set.of("closure", "resource", "service", "cycle", "account", "access-token", "second-factor", "seal");
    }

    @Override
    public String of(RecordedEvent event, Told told) {
        boolean begins = event.from() == null;
        return switch (event.subject().type()) {
            case "closure" -> closure(event, told);
            case "resource" -> begins ? said(SchoolDeed.RESOURCE_ADDED, event, told, told.resource(event.subject().id())) : other(event, told);
            case "service" -> service(event, told);
            case "cycle" -> begins ? said(SchoolDeed.CYCLE_ADDED, event, told, cycle(event, told))
                    : said(SchoolDeed.CYCLE_EDITED, event, told, cycle(event, told), parts(event, CyclePart.class, told.words()));
            case "account" -> account(event, told);
            case "second-factor" -> said(!event.to().equals("ON") ? SchoolDeed.FACTOR_OFF
                    : event.changedTheState() ? SchoolDeed.FACTOR_ON : SchoolDeed.FACTOR_SHOWN, event, told, owner(event, told));
            case "access-token" -> said(begins ? SchoolDeed.TOKEN_MADE : SchoolDeed.TOKEN_REVOKED, event, told);
            case "seal" -> said(SchoolDeed.SEALED, event, told, event.facts().getOrDefault("events", "#"));
            default -> other(event, told);
        };
    }

    private static String said(SchoolDeed deed, RecordedEvent event, Told told, String... more) {
        var all = new Object[more.length + 1];
        all[0] = told.who(event);
        System.arraycopy(more, 0, all, 1, more.length);
        return told.words().of(deed, all);
    }

    /** What nobody has found a sentence for is still told. */
    static String other(RecordedEvent event, Told told) {
        return said(SchoolDeed.OTHER, event, told, event.command(), event.subject().type() + " " + event.subject().id(),
                event.from() == null ? "–" : event.from(), event.to());
    }

    private static String account(RecordedEvent event, Told told) {
        if (event.from() != null && !event.changedTheState()) {
            return said(SchoolDeed.ACCOUNT_EDITED, event, told, owner(event, told), parts(event, AccountPart.class, told.words()));
        }
        SchoolDeed deed = event.from() == null ? SchoolDeed.ACCOUNT_MADE
                : event.to().equals("DISABLED") ? SchoolDeed.ACCOUNT_DISABLED : SchoolDeed.ACCOUNT_ENABLED;
        return said(deed, event, told, owner(event, told));
    }

    private static String owner(RecordedEvent event, Told told) {
        return told.account(Long.toString(event.subject().id()));
    }

    private static String closure(RecordedEvent event, Told told) {
        History closure = told.own(event);
        String resource = closure.need("resource");
        return said(event.to().equals("LIFTED") ? SchoolDeed.CLOSURE_LIFTED : SchoolDeed.CLOSED, event, told,
                resource.equals("school") ? told.words().get("trail.school") : told.resource(Long.parseLong(resource)),
                told.formats().daySpan(closure.moment("from"), Instant.parse(closure.need("to"))));
    }

    private static String service(RecordedEvent event, Told told) {
        String name = told.service(event.subject().id());
        if (event.from() == null) {
            return said(SchoolDeed.SERVICE_ADDED, event, told, name);
        }
        if (event.changedTheState()) {
            return said(event.to().equals("RETIRED") ? SchoolDeed.SERVICE_RETIRED : SchoolDeed.SERVICE_OFFERED, event, told, name);
        }
        return said(SchoolDeed.SERVICE_EDITED, event, told, name, parts(event, ServicePart.class, told.words()));
    }

    private static String cycle(RecordedEvent event, Told told) {
        return told.cycle(Long.toString(event.subject().id()));
    }

    private static <P extends Enum<P>> String parts(RecordedEvent event, Class<P> parts, Words words) {
        return event.changed(parts).stream().map(words::of).collect(joining(", "));
    }
}
