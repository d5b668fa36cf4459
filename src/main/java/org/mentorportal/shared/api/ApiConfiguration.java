package org.mentorportal.shared.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.mentorportal.shared.Words;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** The description of the REST door, and what is answered where it has nothing. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    private static final String BEARER = "token";
    private static final String BASIC = "password";
    /** After the controllers, before the screens, which would answer any path with a page. */
    private static final int AFTER_CONTROLLERS = 10;

    @Bean
    HandlerMapping unknownEndpoints(Problems problems) {
        HttpRequestHandler nothing = (request, response) -> problems.write(problems.of(HttpStatus.NOT_FOUND), response);
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothing), AFTER_CONTROLLERS);
    }

    @Bean
    OpenAPI description(Words words) {
        return new OpenAPI()
                .addServersItem(new Server().url("/")) // else whatever host the caller named
                .info(new Info().title(words.get("shell.name")).version("v1").description(words.get("api.description")))
                .components(new Components()
                        .addSecuritySchemes(BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                                .description(words.get("api.bearer")))
                        .addSecuritySchemes(BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")
                                .description(words.get("api.basic"))))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Every operation may end in a problem; they all look alike. */
    @Bean
    OpenApiCustomizer problemsEverywhere(Words words) {
        String meaning = words.get("api.problem"); // made at the start, as all of the description: in English
        return description -> {
            ModelConverters.getInstance(true).readAll(new AnnotatedType(Problem.class))
                    .forEach((name, schema) -> description.getComponents().addSchemas(name, schema));
            var problem = new ApiResponse().description(meaning).content(new Content().addMediaType(
                    org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    new MediaType().schema(new Schema<Problem>().$ref("#/components/schemas/Problem"))));
            description.getComponents().addResponses(ProblemStatuses.RESPONSE, problem);
            description.getPaths().values().stream().flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default",
                            new ApiResponse().$ref("#/components/responses/" + ProblemStatuses.RESPONSE)));
        };
    }
}
