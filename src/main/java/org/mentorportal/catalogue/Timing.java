package org.mentorportal.catalogue;

import java.time.LocalTime;

/**
 * How long, how often, and when a service may be asked for.
 *
 * @param duration     minutes, elapsed
 * @param step         minutes by the wall clock from one slot to the next
 * @param bufferBefore minutes kept free before a booking
 * @param bufferAfter  minutes kept free after a booking
 * @param notice       minutes before the start after which a student can no longer request
 * @param horizon      days before the slot's day on which requesting opens
 * @param opensAt      the wall-clock time of that day at which it opens
 */
public record Timing(int duration, int step, int bufferBefore, int bufferAfter, int notice, int horizon, LocalTime opensAt) {

    /** Slots end to end, no buffers, no notice, three weeks ahead. */
    public static Timing of(int duration) {
        return new Timing(duration, duration, 0, 0, 0, 21, LocalTime.MIDNIGHT);
    }

    public Timing withBuffers(int before, int after) {
        return new Timing(duration, step, before, after, notice, horizon, opensAt);
    }

    public Timing withStep(int minutes) {
        return new Timing(duration, minutes, bufferBefore, bufferAfter, notice, horizon, opensAt);
    }

    public Timing withNotice(int minutes) {
        return new Timing(duration, step, bufferBefore, bufferAfter, minutes, horizon, opensAt);
    }

    public Timing withHorizon(int days, LocalTime at) {
        return new Timing(duration, step, bufferBefore, bufferAfter, notice, days, at);
    }
}
