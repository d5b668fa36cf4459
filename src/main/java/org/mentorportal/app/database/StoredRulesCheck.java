package org.mentorportal.app.database;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import liquibase.integration.spring.SpringLiquibase;
import org.mentorportal.shared.StoredRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code ./portal check}: says for every rule whether the stored rows keep it, then ends the process. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("portal.check")
class StoredRulesCheck {

    /** Comes before the application's runners, which are for a portal that stays. */
    @Bean
    @ConditionalOnBooleanProperty(name = "portal.seal", havingValue = false, matchIfMissing = true)
    static ApplicationListener<ApplicationStartedEvent> reportAndEnd(ObjectProvider<StoredRule> rules) {
        return started -> {
            boolean kept = report(rules.stream().toList(), System.out);
            System.exit(SpringApplication.exit(started.getApplicationContext(), () -> kept ? 0 : 1));
        };
    }

    /** Looking at a server that others use, maybe with an older portal, must not migrate it. */
    @Bean
    static BeanPostProcessor migrateOnlyOwnServer(ObjectProvider<PortalDatabase> embedded) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringLiquibase migration) {
                    PortalDatabase database = embedded.getIfAvailable();
                    migration.setShouldRun(database != null && database.ownServer());
                }
                return bean;
            }
        };
    }

    /** One line per rule that is kept, one per fault of a rule that is not. */
    static boolean report(List<StoredRule> rules, PrintStream out) {
        boolean kept = true;
        for (StoredRule rule : rules.stream().sorted(Comparator.comparing(StoredRule::name)).toList()) {
            List<String> faults = rule.faults();
            if (faults.isEmpty()) {
                out.println("ok     " + rule.name());
            }
            faults.forEach(fault -> out.println("FAULT  " + rule.name() + "  " + fault));
            kept &= faults.isEmpty();
        }
        return kept;
    }
}
