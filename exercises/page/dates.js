/* Days and times as people say them, in the language of the words. */

import { fill } from "./elements.js";

const DAY = 86_400_000; // milliseconds

/** @param {string} day such as 2025-05-02 @returns {number} days since 1970 */
export const numberOf = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;

/** @param {number} number of days since 1970 @returns {string} such as 2025-05-02 */
export const dayOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/**
 * Make the functions that say days and times in a language.
 * @param {string} language such as en-GB; stands in the words of the kit
 */
export function datesIn(language) {
  /** @type {Intl.DateTimeFormatOptions} */
  const long = { day: "numeric", month: "long", year: "numeric" };
  const calendar = new Intl.DateTimeFormat(language, { ...long, timeZone: "UTC" });
  const ownDay = new Intl.DateTimeFormat(language, long);
  const ownTime = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
  return {
    /** @param {string} day such as 2025-05-02 */
    day: (day) => calendar.format(numberOf(day) * DAY),
    /** The day of the reader. */
    today: () => ownDay.format(new Date()),
    /**
     * Say a moment where the reader is: the time alone if it is of today, and “?” if it is none.
     * @param {string} iso the moment
     * @param {string} earlier the sentence with {time} and {day} for another day
     */
    moment(iso, earlier) {
      const moment = new Date(iso);
      if (Number.isNaN(moment.getTime())) return "?";
      const day = ownDay.format(moment);
      const time = ownTime.format(moment);
      return day === ownDay.format(new Date()) ? time : fill(earlier, { time, day });
    },
  };
}
