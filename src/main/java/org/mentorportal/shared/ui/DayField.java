package org.mentorportal.shared.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How people pick days: in the language that they read, weeks from Monday on. */
public final class DayField {

    private DayField() {
    }

    /** @param words those of a key */
    public static void speak(DatePicker field, Locale language, UnaryOperator<String> words) {
        field.setLocale(language);
        field.setI18n(i18n(language, words));
    }

    /** @param words those of a key */
    public static void speak(DateTimePicker field, Locale language, UnaryOperator<String> words) {
        field.setLocale(language);
        field.setDatePickerI18n(i18n(language, words));
    }

    private static DatePickerI18n i18n(Locale language, UnaryOperator<String> words) {
        List<DayOfWeek> fromSunday = Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7).toList();
        return new DatePickerI18n().setFirstDayOfWeek(1)
                .setMonthNames(Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, language)).toList())
                .setWeekdays(fromSunday.stream().map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, language)).toList())
                .setWeekdaysShort(fromSunday.stream().map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language)).toList())
                .setToday(words.apply("day-field.today")).setCancel(words.apply("day-field.cancel"))
                .setBadInputErrorMessage(words.apply("day-field.unknown"));
    }
}
