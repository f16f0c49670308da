// @ts-check
// The README's pictures: what was recorded before, day by day, and the screen that is then shown.

/** @typedef {readonly [today: string, ...argv: string[]]} Call */
/** @typedef {{ name: string, call: Call }} Scene */

/** @type {readonly Call[]} */
export const BEFORE = [
  ['2026-05-20', 'start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes'],
  ['2026-05-21', 'done', '3.2'],
  ['2026-05-22', 'ask', '6', '--of', "the DCS's office", '--yes'],
  ['2026-05-28', 'done', '3.1', '3.4'],
  ['2026-05-29', 'book', 'dcs-hour', '--for', '4 June', '9:30am'],
  ['2026-05-29', 'meetings', 'add', '7.2', '10 June', '10:30am'],
  ['2026-05-29', 'meetings', 'add', '7.3', '18 June', '4:30pm'],
  ['2026-05-29', 'questions', 'ask', 'How many children wait for a social worker?'],
];

/** @type {readonly Scene[]} */
export const SCENES = [
  { name: 'brief', call: ['2026-06-01', 'brief', 'dcs'] },
  { name: 'meetings', call: ['2026-06-01', 'meetings'] },
  { name: 'incident', call: ['2026-06-01', 'when', 'incident'] },
];

/**
 * Lives the days, and takes the screen of each scene.
 * @param {(call: Call) => Promise<string>} run runs induct and gives its standard output, with colour
 * @returns {Promise<{ name: string, typed: string, screen: string }[]>}
 */
export async function takeScenes(run) {
  for (const call of BEFORE) await run(call);
  const taken = [];
  for (const { name, call } of SCENES) {
    const [, ...argv] = call;
    taken.push({ name, typed: `induct ${argv.join(' ')}`, screen: await run(call) });
  }
  return taken;
}
