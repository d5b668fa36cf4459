package org.mentorportal.session;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.meeting.*}.
 *
 * @param baseUrl where online meetings are held, without a slash at its end: a room's name is put after it. Empty only with the
 *                demo school, whose rooms are pages of the portal itself.
 */
@ConfigurationProperties("portal.meeting")
record MeetingSettings(String baseUrl) {
}
