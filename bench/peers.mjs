import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long reading in many items may take, before a peer is left out of a row. */
const PATIENCE_MS = 600_000;
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 4, 20);

/**
 * A program of the same kind that may be installed: what it prints is a list of what is to be done, or of what is in the
 * diary. `fill` makes its data, `args` is the call that is timed.
 */
export const PEERS = [
  {
    name: 'Taskwarrior',
    program: 'task',
    call: 'task next',
    args: ['rc.confirmation=off', 'rc.verbose=nothing', 'next'],
    env: (home) => ({ HOME: home, TASKDATA: join(home, 'task'), TASKRC: join(home, 'taskrc') }),
    fill: (home, count, run) => {
      mkdirSync(join(home, 'task'));
      writeFileSync(join(home, 'taskrc'), `data.location=${join(home, 'task')}\nnews.version=9.9.9\n`);
      const tasks = items(count).map(({ title, day }) => ({ description: title, due: `${compact(day)}T090000Z` }));
      writeFileSync(join(home, 'tasks.json'), JSON.stringify(tasks));
      run(['rc.verbose=nothing', 'rc.confirmation=off', 'import', join(home, 'tasks.json')]);
    },
  },
  {
    name: 'todoman',
    program: 'todoman',
    call: 'todoman list',
    args: ['list'],
    env: homeOf,
    fill: (home, count, run) => {
      const folder = icsFolder(home, count, 'VTODO', ({ day }) => `DUE;VALUE=DATE:${compact(day)}`);
      mkdirSync(join(home, '.config', 'todoman'), { recursive: true });
      const config = `path = ${JSON.stringify(`${folder}`)}\ndate_format = '%Y-%m-%d'\n`;
      writeFileSync(join(home, '.config', 'todoman', 'config.py'), config);
      run(['list']);
    },
  },
  {
    name: 'khal',
    program: 'khal',
    call: 'khal list 2026-06-01 7d',
    args: ['list', '2026-06-01', '7d'],
    env: homeOf,
    fill: (home, count, run) => {
      const folder = icsFolder(
        home,
        count,
        'VEVENT',
        ({ day }) => `DTSTART;VALUE=DATE:${compact(day)}\r\nDTEND;VALUE=DATE:${compact(day + DAY_MS)}`,
      );
      const config = [
        '[calendars]',
        '[[work]]',
        `path = ${folder}`,
        '[locale]',
        'dateformat = %Y-%m-%d',
        'longdateformat = %Y-%m-%d',
        'timeformat = %H:%M',
        'datetimeformat = %Y-%m-%d %H:%M',
        'longdatetimeformat = %Y-%m-%d %H:%M',
        '',
      ];
      mkdirSync(join(home, '.config', 'khal'), { recursive: true });
      writeFileSync(join(home, '.config', 'khal', 'config'), config.join('\n'));
      run(['list', '2026-06-01', '7d']);
    },
  },
];

/** @returns {string | null} the first line of what a peer says of its version; null where it is not installed */
export function versionOf({ program }) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? (/\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim()) : null;
}

/**
 * Gives a peer so many items in a home of its own.
 * @returns {object | null} the environment to run it in; null where it takes longer than anyone would wait
 */
export function fill(peer, home, count) {
  mkdirSync(home, { recursive: true });
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', ...peer.env(home) };
  let late = false;
  peer.fill(home, count, (args) => {
    const { error, status, stderr } = spawnSync(peer.program, args, {
      env,
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      maxBuffer: 1 << 28,
    });
    late = error?.code === 'ETIMEDOUT';
    if (!late && status !== 0) throw new Error(`${peer.program} ${args.join(' ')}: ${error ?? stderr}`);
  });
  return late ? null : env;
}

/** Titles and days; all but sixty of them long past or far ahead, as they are in a record that has grown. */
function items(count) {
  return Array.from({ length: count }, (_, index) => ({
    title: `Meet the ${['director', 'chair', 'leader', 'guardian'][index % 4]}, item ${index}`,
    day: FIRST + (index < 60 ? index % 30 : 400 + (index % 3000)) * DAY_MS,
  }));
}

const compact = (day) => new Date(day).toISOString().slice(0, 10).replaceAll('-', '');

function homeOf(home) {
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local'),
  };
}

/** A folder of iCalendar files, one an item, as khal and todoman share them. */
function icsFolder(home, count, component, dates) {
  const folder = join(home, 'work');
  mkdirSync(folder);
  for (const [index, item] of items(count).entries()) {
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//induct bench//EN',
      `BEGIN:${component}`,
      `UID:item-${index}`,
      'DTSTAMP:20260520T090000Z',
      dates(item),
      `SUMMARY:${item.title.replace(',', '\\,')}`,
      `END:${component}`,
      'END:VCALENDAR',
      '',
    ];
    writeFileSync(join(folder, `item-${index}.ics`), lines.join('\r\n'));
  }
  return folder;
}
