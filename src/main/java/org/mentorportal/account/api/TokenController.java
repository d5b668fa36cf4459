package org.mentorportal.account.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.MakeToken;
import org.mentorportal.account.TokenInfo;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.account.TokenSecret;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.api.BadRequest;
import org.mentorportal.shared.api.ProblemException;
import org.mentorportal.shared.api.Problems;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access tokens")
class TokenController {

    private final AccessTokenService tokens;
    private final Problems problems;
    private final Formats formats;

    TokenController(AccessTokenService tokens, Problems problems, Formats formats) {
        this.tokens = tokens;
        this.problems = problems;
        this.formats = formats;
    }

    @Schema(name = "NewToken")
    record NewToken(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 80, example = "league import") @Nullable String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "365", example = "90") @Nullable Integer days) {
    }

    @Schema(name = "MadeToken")
    record MadeToken(@Schema(example = "4") long id, @Schema(example = "league import") String name, OffsetDateTime expiresAt,
                     @Schema(description = "Shown this once", example = "mp_J1qv0Yt5cR0oPzq3YyVh2m9S5dK8wXn4LbE7uGfTa6c") String token) {

        /** Without the secret: it must be in no log. */
        @Override
        public String toString() {
            return "MadeToken " + id;
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirement(name = "password")
    @Operation(summary = "Make an access token, with name and password (HTTP basic)",
            description = "Its secret is in this answer and in no other: a repeat with the same Idempotency-Key is told that the token "
                    + "was made (409, SECRET_SHOWN_BEFORE).")
    ResponseEntity<MadeToken> make(@RequestBody NewToken asked, CommandKey key) {
        var make = new MakeToken(BadRequest.unless(asked.name, "name"), BadRequest.unless(asked.days, "days"));
        TokenOutcome outcome = tokens.make(make, key);
        if (outcome instanceof TokenOutcome.Made(TokenInfo token, TokenSecret secret)) {
            return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(new MadeToken(
                    token.id().value(), token.name(), formats.withOffset(token.expiresAt()), secret.text()));
        }
        throw new ProblemException(problems.of(outcome.refusal().orElseThrow()));
    }
}
