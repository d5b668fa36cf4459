package org.mentorportal.shared.api;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;

/** How request headers are described. */
public final class ApiHeaders {

    private ApiHeaders() {
    }

    public static Parameter parameter(String name, String description, String example) {
        return new HeaderParameter().name(name).description(description).schema(new StringSchema()).example(example);
    }
}
