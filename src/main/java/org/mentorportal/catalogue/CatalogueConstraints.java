package org.mentorportal.catalogue;

import java.util.Map;
import org.mentorportal.shared.NamedConstraints;
import org.mentorportal.shared.RuleId;
import org.springframework.stereotype.Component;

@Component
class CatalogueConstraints implements NamedConstraints {

    @Override
    public Map<String, RuleId> rules() {
        return Map.of(
                "uq_resource_name", CatalogueRule.NAME_TAKEN,
                "uq_service_name", CatalogueRule.NAME_TAKEN,
                "uq_resource_account", CatalogueRule.MENTOR_TAKEN);
    }
}
