package org.mentorportal.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.RuleId;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The table of statuses and the rules that exist belong together. */
class RuleStatusTest {

    @Test
    void everyRuleHasAStatusAndEveryStatusARule() {
        assertThat(rules()).contains("SLOT_TAKEN", "BUSY");
        assertThat(RuleStatus.names()).containsExactlyInAnyOrderElementsOf(rules());
    }

    private static List<String> rules() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RuleId.class));
        return scanner.findCandidateComponents("org.mentorportal").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), RuleStatusTest.class.getClassLoader()))
                .filter(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith("/classes/"))
                .flatMap(type -> Stream.of(type.getEnumConstants())).map(rule -> ((RuleId) rule).name()).toList();
    }
}
