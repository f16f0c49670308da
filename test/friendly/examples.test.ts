import { expect, test } from 'vitest';
import { induct, prepare } from '../contract/calls.ts';

const NOVEMBER = '2026-11-26';

test('an example to copy names a day that lies two weeks ahead, also in November', async () => {
  const home = await prepare();
  const refusals = [
    ['due', '6.6'],
    ['book', '4.8'],
    ['meetings', 'add', '7.3'],
    ['meetings', 'move', '7.3'],
    ['met', 'dcs', '--next', '4pm'],
  ];
  for (const call of refusals) {
    const { stderr, exit } = await induct(home, call, { today: NOVEMBER });
    expect({ call, exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringMatching(/11 December/) });
  }
});

test('so does what is to be typed once a date has come that was asked for', async () => {
  const home = await prepare([['ask', '7.2']]);
  const { stdout } = await induct(home, ['waiting'], { today: NOVEMBER });
  expect(stdout).toContain('induct meetings add 7.2 "11 December"');
});
