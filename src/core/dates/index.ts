export {
  addDays,
  addMonths,
  type CivilDate,
  daysBetween,
  earliest,
  isCivilDate,
  latest,
  monthOf,
  weekdayOf,
  yearOf,
} from './civil.ts';
export {
  type BankHoliday,
  buildCalendar,
  type CalendarInput,
  holidayOn,
  holidaysBetween,
  ruleHolidays,
  type WorkCalendar,
} from './holidays.ts';
export { instantOf, millisecondsBetween } from './instant.ts';
export { monthFrom } from './names.ts';
export {
  sayDate,
  sayDayDate,
  sayDayDateNear,
  sayLongDate,
  sayLongDayDate,
  sayMonth,
  sayRelative,
  sayTime,
} from './say.ts';
export { type DateDirection, type ReadDate, readDate } from './typed-date.ts';
export { looksLikeTime, readTime, splitDateAndTime } from './typed-time.ts';
export {
  addWorkingDays,
  firstWorkingDayFrom,
  isWorkingDay,
  lastWorkingDayBefore,
  workingDaysBetween,
} from './working-days.ts';
