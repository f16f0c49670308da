import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { linePrompter } from '../../src/host/prompts/lines.ts';
import { noPrompter } from '../../src/host/prompts/none.ts';
import { Interrupted, type Reading } from '../../src/host/prompts/prompter.ts';

const CHOICES = [
  { id: 'in-post', label: 'in post for a while' },
  { id: 'new', label: 'new in post' },
];

function prompting(typed: string) {
  let written = '';
  const prompter = linePrompter({ input: Readable.from([typed]), write: (said) => (written += said) });
  return { prompter, written: () => written };
}
const number = (typed: string): Reading<number> =>
  /^\d+$/.test(typed) ? { ok: true, value: Number(typed) } : { ok: false, why: 'Type a number.' };

describe('numbered lines', () => {
  test('a choice is numbered lines, and a number, an id or Enter takes one', async () => {
    for (const [typed, preset, chosen] of [
      ['2\n', undefined, 'new'],
      ['NEW\n', undefined, 'new'],
      ['\n', 'in-post', 'in-post'],
    ] as const) {
      const { prompter, written } = prompting(typed);
      expect(
        await prompter.choose(
          { message: 'The director is …', why: 'It changes whom to meet.', place: { number: 4, of: 4 } },
          CHOICES,
          preset,
        ),
      ).toBe(chosen);
      expect(written()).toContain(
        'Question 4 of 4\nIt changes whom to meet.\nThe director is …\n1. in post for a while\n2. new in post\nType a number',
      );
    }
  });

  test('what is refused is asked again, with the reason', async () => {
    const { prompter, written } = prompting('0\n3\nx\n\n1\n');
    expect(await prompter.choose({ message: 'Which?' }, CHOICES)).toBe('in-post');
    expect(written().match(/Type a number from 1 to 2\./g)).toHaveLength(4);
    const typing = prompting('many\n 7 \n');
    expect(await typing.prompter.type({ message: 'How many?' }, number)).toBe(7);
    expect(typing.written()).toBe('\nHow many?\n> Type a number.\n\nHow many?\n> ');
  });

  test('Enter takes what is preset, and only then', async () => {
    expect(await prompting('\n').prompter.type({ message: 'How many?' }, number, '5')).toBe(5);
    const { prompter, written } = prompting('\n6\n');
    expect(await prompter.type({ message: 'How many?' }, number)).toBe(6);
    expect(written()).toContain('Type a number.');
  });

  test.each([
    ['yes\n', false, true],
    ['Y\n', false, true],
    ['no\n', true, false],
    ['n\n', true, false],
    ['\n', true, true],
    ['\n', false, false],
    ['perhaps\nyes\n', false, true],
  ])('yes or no: %j', async (typed, preset, answer) => {
    expect(await prompting(typed).prompter.confirm({ message: 'Sent?' }, preset)).toBe(answer);
  });

  test('several questions, also when the lines come all at once or one by one', async () => {
    const { prompter } = prompting('1\n2\n3\n');
    const all = [
      await prompter.type({ message: 'a' }, number),
      await prompter.type({ message: 'b' }, number),
      await prompter.type({ message: 'c' }, number),
    ];
    expect(all).toEqual([1, 2, 3]);
    const input = new PassThrough();
    const slow = linePrompter({ input, write: () => {} });
    const first = slow.type({ message: 'a' }, number);
    input.write('4\n');
    expect(await first).toBe(4);
    const second = slow.type({ message: 'b' }, number);
    input.write('5\n');
    expect(await second).toBe(5);
    input.end();
  });

  test('when the input ends, the person has stopped', async () => {
    await expect(prompting('').prompter.confirm({ message: 'Sent?' }, true)).rejects.toBeInstanceOf(Interrupted);
    const { prompter } = prompting('x\n');
    await expect(prompter.type({ message: 'How many?' }, number)).rejects.toBeInstanceOf(Interrupted);
    await expect(prompter.type({ message: 'Again?' }, number)).rejects.toBeInstanceOf(Interrupted);
  });

  test('not one escape sequence, whatever a label holds', async () => {
    const { prompter, written } = prompting('1\n');
    const acts = '\u001b[2J\u202e';
    await prompter.choose({ message: `Which${acts}?`, why: acts }, [{ id: 'a', label: acts }]);
    expect(written()).not.toMatch(/[\u001b\u202e]/);
  });
});

test('where nobody can be asked, every question is an error that names it', async () => {
  const asked = { message: 'Which council?' };
  const questions = [
    noPrompter.choose(asked, CHOICES),
    noPrompter.confirm(asked, true),
    noPrompter.type(asked, number),
  ];
  for (const question of questions)
    await expect(question).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('Which council?') });
  expect(noPrompter.canAsk).toBe(false);
});
