import { type Block, heading, items, spaced, text } from '../formats/terminal/blocks.ts';

/** What `induct help <topic>` explains, beside the commands. */
export const TOPICS: Readonly<Record<string, () => readonly Block[]>> = {
  dates: () =>
    spaced(
      [heading('DATES')],
      [
        text(
          'Suggested dates count working days from the appointment, without weekends and the bank holidays of England. They are our suggestion, not the LGA\'s, and you can change every one: induct due 3.2 "12 June".',
        ),
      ],
      [
        text(
          'Type a date as 2026-06-04, 4 June, 4 June 2026, 4/6/2026, 4/6/26 or 4 6 2026: the day always comes first. Or today, tomorrow, yesterday, next monday, in 3 days. A time may follow: "4 June 4:30pm".',
        ),
        text(
          'Without a year, --on takes the latest such day that is not ahead; every other flag the earliest that is not past.',
        ),
      ],
      [
        text(
          'In quiet weeks (induct quiet add "27 July" "1 September" --why recess) suggested dates move to the first working day back. Dates you set stay.',
        ),
      ],
    ),
  privacy: () =>
    spaced(
      [heading('PRIVACY')],
      [
        text(
          'Everything stays in one folder on this computer that only you can read. induct never goes to the network: no account, no telemetry.',
        ),
        text(
          'Write nothing that could identify a child or a family. Text that looks as if it did is asked about first.',
        ),
        text(
          'What you write about council business may have to be released if someone asks for it, and people you name may ask to see it. Party matters do not belong here.',
        ),
        text(
          'A private note (induct note 3.2 "..." --private) stays out of everything that is made for others. It stays in the record.',
        ),
      ],
    ),
  calendar: () =>
    spaced(
      [heading('CALENDAR')],
      [
        text('A date that is booked, or that a meeting has, is real: it comes before every suggestion of ours.'),
        items([
          { label: 'induct meetings add 7.2 "10 June" 10:30am', text: 'puts a date in; move and cancel change it' },
          { label: 'induct calendar', text: 'writes what is coming as a file that Outlook and phones can open (.ics)' },
          { label: 'induct calendar --new', text: 'only what is new or changed since the last time with --new' },
        ]),
      ],
      [
        text(
          'The file holds titles, times and places, and no note. Opening it in Outlook is up to you: nothing is sent.',
        ),
        text(
          'Days on which the council is closed stand in its own list (induct help local). Weeks that wait: induct quiet.',
        ),
      ],
    ),
  local: () =>
    spaced(
      [heading("THE COUNCIL'S OWN LIST")],
      [
        text(
          'What is to be done comes from a list in plain text files. A council can lay its own on top: other names and times, own steps, letters, contacts, closing days.',
        ),
        items([
          { label: 'induct local new FOLDER', text: 'writes the beginning of one: examples of everything behind a #' },
          { label: 'induct local check FOLDER', text: 'tells every mistake at once: file, line, column, what to do' },
          { label: 'induct local use FOLDER', text: 'uses it from now on, and says what it changes' },
          { label: 'induct local use --none', text: 'goes back to the shipped list alone' },
          { label: 'induct local', text: "the council's own facts in the record, and which list is used" },
        ]),
      ],
      [
        text('An action that is not used at this council is listed as not applicable. Nothing recorded is ever lost.'),
        text("The guide to writing one is docs/authoring.md in induct's own folder."),
        text('A whole list instead of the shipped one: set INDUCT_PACK to its folder.'),
      ],
    ),
  backup: () =>
    spaced(
      [heading('BACKUP')],
      [
        text('Everything recorded is one file, induct.db, in one folder on this computer.'),
        items([
          { label: 'induct backup', text: 'copies the whole record, safely also while it is in use' },
          { label: 'induct restore', text: 'puts a backup in the place of the record' },
          {
            label: 'induct export',
            text: 'writes everything as text for other programs (JSON), or a list for Excel (CSV)',
          },
          { label: 'induct import', text: 'reads such a file back' },
        ]),
      ],
      [
        text('Keep a copy somewhere else, where only you can read it: a laptop gets lost.'),
        text('A folder that OneDrive keeps in step is a place for copies, and none for the record itself.'),
      ],
    ),
  accessibility: () =>
    spaced(
      [heading('ACCESSIBILITY')],
      [
        items([
          {
            label: '--accessible',
            text: 'questions as numbered lines, nothing redrawn, no escape sequence. Also INDUCT_ACCESSIBLE=1, or TERM=dumb',
          },
          {
            label: 'induct accessible on',
            text: 'the same for good, on this computer. INDUCT_ACCESSIBLE=0 says no for one window',
          },
          { label: '--plain', text: 'no colour, no alignment, one fact a line' },
          { label: '--no-color', text: 'no colour; so does NO_COLOR=1. Colour never says what a word does not' },
          { label: '--json', text: 'for other programs' },
        ]),
      ],
      [text('Every question of induct start is also a flag, so that nothing needs to be asked.')],
    ),
  'exit-codes': () =>
    spaced(
      [heading('EXIT CODES')],
      [
        items([
          { label: '0', text: 'done, or nothing to do' },
          { label: '1', text: 'a defect in induct' },
          { label: '2', text: 'the call or something in it is wrong' },
          { label: '3', text: 'there is no plan yet: induct start' },
          {
            label: '4',
            text: 'the data or the surroundings are at fault: a damaged record, a list with mistakes, a full disk, no permission',
          },
          { label: '5', text: 'another induct is writing to the record' },
          { label: '129, 130, 143', text: 'stopped by a signal (HUP, INT, TERM)' },
        ]),
      ],
    ),
  json: () =>
    spaced(
      [heading('JSON')],
      [
        text(
          'With --json every command prints one document on standard output, and an error prints one on standard error. Each names its schema. Dates are YYYY-MM-DD.',
        ),
      ],
      [
        items([
          { label: 'induct.status/1', text: 'counts, overdue, next, steps with every action' },
          { label: 'induct.next/1', text: 'next: occasions' },
          {
            label: 'induct.short/1',
            text: 'bare induct: quietUntil, overdue, next, diary, waiting, promises, questions',
          },
          { label: 'induct.show/1', text: 'action, step or occasion' },
          { label: 'induct.changed/1', text: 'every recording command: changed, created' },
          { label: 'induct.meetings/1', text: 'meetings' },
          { label: 'induct.documents/1', text: 'documents: the reading list' },
          { label: 'induct.learning/1', text: 'learning: modules and courses' },
          { label: 'induct.letter/1', text: 'letters: to, email, subject, body, actions' },
          { label: 'induct.waiting/1', text: 'waiting: of whom, since when, which actions' },
          { label: 'induct.people/1', text: 'people' },
          {
            label: 'induct.brief/1',
            text: 'about, next, agreed, urgentNews, talkThrough, figures, questions, promises',
          },
          { label: 'induct.catchup/1', text: 'items: what, id, title, date, command' },
          { label: 'induct.adviser/1', text: 'region, adviser, asListed; advisers with --all' },
          { label: 'induct.visits/1', text: 'visits; induct.questions/1: questions; induct.promises/1: promises' },
          { label: 'induct.data/1', text: 'indicators; induct.data-files/1: files; induct.reports/1: reports' },
          { label: 'induct.history/1', text: 'events, newest first' },
          { label: 'induct.profile/1', text: 'answers' },
          { label: 'induct.holders/1', text: 'holders' },
          { label: 'induct.accessible/1', text: 'accessible: as it is now; kept: for good' },
          { label: 'induct.week/1', text: 'from, to, days, papers, promises, questions, waiting, read, habits, quiet' },
          { label: 'induct.habits/1', text: 'habits: on, since, every, kept, last, next' },
          { label: 'induct.quiet/1', text: 'quiet' },
          { label: 'induct.doctor/1', text: 'ok, checks, advice, holders, events, lastCopy' },
          { label: 'induct.backup/1', text: 'path; induct.restored/1: restored, holders, events, kept' },
          { label: 'induct.export/1', text: 'digest, events in order, with everything import needs' },
          { label: 'induct.written/1', text: 'path; induct.erased/1: left, list' },
          { label: 'induct.backups/1', text: 'backups; induct.share/1: file, entries, leftOut' },
          { label: 'induct.report/1', text: 'for, file, title, about, parts, footer; so has induct.handover/1' },
          { label: 'induct.leave/1', text: 'questions, promises, dates; induct.learning-record/1: parts' },
          { label: 'induct.reports/1', text: 'reports; induct.data-files/1: files' },
          { label: 'induct.local/1', text: 'names, meetings, people, papers, calendar, quiet, adviser' },
          { label: 'induct.tips/1', text: 'tips; induct.links/1: links' },
          { label: 'induct.list/1', text: 'folder, changes, files; induct.completion/1: shell, script' },
          { label: 'induct.when/1', text: 'situations; for one page situation' },
          { label: 'induct.glossary/1', text: 'terms; induct.year/1: months' },
          {
            label: 'induct.calendar/1',
            text: 'file, entries: uid, title, date, time, place, private, deadline, status, sequence',
          },
          { label: 'induct.error/1', text: 'error: code (the exit code), message, hint' },
        ]),
      ],
    ),
};
