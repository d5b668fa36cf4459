package org.mentorportal.app.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentorportal.command.Command;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** V15.3.3: a command has the fields that its sender may choose, and no others. */
class CommandFieldsTest {

    @Test
    void x3V1533RolesAreInCommandsOfAdminsOnlyAndNobodySaysWhoActsOrWhatAStatusIs() {
        List<RecordComponent> fields = commands().flatMap(type -> Arrays.stream(type.getRecordComponents())).toList();

        assertThat(fields).hasSizeGreaterThan(60);
        assertThat(fields.stream().filter(field -> field.getGenericType().getTypeName().contains("shared.Role")).map(RecordComponent::getDeclaringRecord)
                .map(Class::getSimpleName)).as("those of admins, by the permission matrix").containsExactlyInAnyOrder("EditAccount", "InviteAccount", "NewAccount");
        assertThat(fields.stream().map(RecordComponent::getName)).doesNotContain("status", "actor", "by", "owner", "requestedBy", "approvedBy");
    }

    private static Stream<Class<?>> commands() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
        return scanner.findCandidateComponents("org.mentorportal").stream().<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(Class::isRecord);
    }
}
