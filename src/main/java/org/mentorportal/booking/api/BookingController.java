package org.mentorportal.booking.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingPage;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.api.BadRequest;
import org.mentorportal.shared.api.IfMatch;
import org.mentorportal.shared.api.Page;
import org.mentorportal.shared.api.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asking for bookings, reading and editing them. */
@RestController
@RequestMapping(path = BookingReplies.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Bookings")
class BookingController {

    private static final int MOST = 100;

    private final BookingService bookings;
    private final BookingReplies replies;
    private final Problems problems;

    BookingController(BookingService bookings, BookingReplies replies, Problems problems) {
        this.bookings = bookings;
        this.replies = replies;
        this.problems = problems;
    }

    @Schema(name = "NewBooking")
    record NewBooking(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "3") @Nullable Long serviceId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-02-02T10:00:00+01:00") @Nullable OffsetDateTime start,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 300, example = "team practice") @Nullable String purpose,
            @Schema(description = "1 if left out", example = "8") @Nullable Integer players,
            @Schema(maxLength = 120, example = "") @Nullable String contact,
            @Schema(description = "For staff: the student whom it is for") @Nullable Long studentId) {
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "201", description = "Yours: APPROVED, or PENDING where a person approves",
            headers = @Header(name = HttpHeaders.LOCATION, description = "Where it is", schema = @Schema(type = "string", example = "/api/v1/bookings/12")))
    @ApiResponse(responseCode = "200", description = "You have this slot already")
    @Operation(summary = "Ask for a slot; or, for staff, book one for a student")
    ResponseEntity<BookingBody> make(@RequestBody NewBooking asked, CommandKey key) {
        var service = new ServiceId(BadRequest.unless(asked.serviceId, "serviceId"));
        Instant start = BadRequest.moment(asked.start, "start");
        String purpose = BadRequest.unless(asked.purpose, "purpose");
        int players = Objects.requireNonNullElse(asked.players, 1);
        String contact = Objects.requireNonNullElse(asked.contact, "");
        return replies.made(asked.studentId == null
                ? bookings.request(new RequestBooking(service, start, purpose, players, contact), key)
                : bookings.bookFor(new BookForStudent(new AccountId(asked.studentId), service, start, purpose, players, contact), key));
    }

    @GetMapping
    @Operation(summary = "The bookings that you may see, the newest first",
            description = "A student's own, those of a mentor's services, all for principals and admins.")
    Page<BookingBody> page(@Parameter(description = "The next of the page before") @RequestParam(required = false) @Nullable Long after,
                           @Parameter(description = "1 to 100") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadRequest("limit");
        }
        BookingPage page = bookings.page(after == null ? null : new BookingId(after), limit);
        return new Page<>(page.bookings().stream().map(replies::body).toList(), page.last() == null ? null : page.last().toString());
    }

    @GetMapping("{id}")
    @Operation(summary = "One booking")
    ResponseEntity<BookingBody> one(@PathVariable long id) {
        return bookings.find(new BookingId(id)).map(replies::found).orElseThrow(replies::unknown);
    }

    @Schema(name = "NewDetails", description = "What is left out stays as it is")
    record NewDetails(
            @Schema(maxLength = 300, example = "team practice") @Nullable String purpose,
            @Schema(example = "8") @Nullable Integer players,
            @Schema(maxLength = 120, example = "") @Nullable String contact) {
    }

    @PatchMapping(path = "{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change a booking's details; needs If-Match")
    ResponseEntity<BookingBody> edit(@PathVariable long id, @RequestBody NewDetails details, IfMatch version, CommandKey key) {
        return replies.changed(bookings.edit(new EditBooking(new BookingId(id), version.needed(problems), details.purpose, details.players,
                details.contact), key));
    }
}
