import { describe, expect, test } from 'vitest';
import { induct, prepare } from '../../contract/calls.ts';
import { startHome } from '../../helpers/run.ts';

const SOME = [
  ['ask', '6.2-6.4', '--of', "the DCS's office", '--on', '22 May'],
  ['got', '6.4', '--where', 'https://example.org/one.pdf', '--on', '29 May'],
  ['got', '6.5', '--title', 'Leeds JSNA', '--dated', '14 March 2022', '--restricted', '--where', 'Teams'],
  ['done', '2.1'],
];

test('the document: all papers of the list, and what is known of each', async () => {
  const { json, stderr } = await induct(await prepare(SOME), ['documents', '--json']);
  expect(stderr).toBe('');
  expect(json.schema).toBe('induct.documents/1');
  expect(json.documents).toHaveLength(28);
  const ids = json.documents.map((one: { id: string }) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
  const of = (id: string) => json.documents.find((one: { id: string }) => one.id === id);
  expect(of('needs-assessment')).toEqual({
    id: 'needs-assessment',
    title: 'Leeds JSNA',
    sourceTitle: "children and young people's joint strategic needs assessment (JSNA)",
    status: 'received',
    location: 'Teams',
    action: 'documents.needs-assessment',
    source: expect.objectContaining({ page: 'model-induction' }),
    dated: '2022-03-14',
    restricted: true,
    first: false,
    askedOn: null,
    askedOf: null,
    receivedOn: '2026-06-03',
    readOn: null,
  });
  expect(of('improvement-plans')).toMatchObject({
    status: 'arranged',
    askedOn: '2026-05-22',
    askedOf: "the DCS's office",
    first: true,
  });
  expect(of('first-ten-days')).toMatchObject({ status: 'done', readOn: '2026-06-03', title: 'Your first ten days' });
});

test('the screen: what to read first, then each where it stands', async () => {
  const { stdout } = await induct(await prepare(SOME), ['documents']);
  expect(stdout).toContain(`READ FIRST
  6.4  Self-assessment of children's services
       Here: induct documents open 6.4
  6.3  Action and improvement plans
       Asked for since Fri 22 May. Come? induct got 6.3
  6.1  Ofsted and other inspection reports
       Ask for it: induct letter documents

HERE, NOT READ YET (2)
  6.4  Self-assessment of children's services                    came Fri 29 May
       https://example.org/one.pdf
  6.5  Leeds JSNA                                                came Wed 3 June
       On the list: Joint strategic needs assessment (JSNA)
       Of 2022: ask whether a newer one is coming.
       Restricted: do not copy from it into notes.
       Teams

ASKED FOR (2)
  Of the DCS's office, since Fri 22 May:
  6.2  Local child safeguarding practice reviews
  6.3  Action and improvement plans
`);
  expect(stdout).toMatch(/NOT ASKED FOR \(17\)\n {2}1\.2 {3}Handover file/);
  expect(stdout).toMatch(/PUBLISHED, NOT READ YET \(5\)\n {2}2\.2 {3}"Must knows"/);
  expect(stdout).toMatch(/READ \(1\)\n {2}2\.1 {2}"Your first ten days" +read Wed 3 June/);
});

test('everything read', async () => {
  const home = await prepare(['1', '2', '6', '13'].map((step) => ['done', step, '--yes']));
  const { stdout } = await induct(home, ['documents']);
  expect(stdout).toContain('Nothing is left to read.');
  expect(stdout).not.toContain('READ FIRST');
});

describe('open', () => {
  test.each([
    ['https://example.org/a b.pdf', 'https://example.org/a%20b.pdf'],
    ['www.leeds.gov.uk/report', 'https://www.leeds.gov.uk/report'],
    ['T:\\Children\\report.docx', 'T:\\Children\\report.docx'],
    ['/home/aisha/report.pdf', '/home/aisha/report.pdf'],
    ['report.pdf', 'report.pdf'],
    ['file:///C:/Children/report.pdf', 'file:///C:/Children/report.pdf'],
    ['\\\\server\\share\\report.pdf', '\\\\server\\share\\report.pdf'],
  ])('%s', async (where, opened) => {
    const home = await prepare([['got', '6.1', '--where', where]]);
    const run = await induct(home, ['documents', 'open', '6.1'], { tty: true });
    expect(run).toMatchObject({ exit: 0, stdout: '', opened: [opened] });
    const piped = await induct(home, ['documents', 'open', 'inspection-reports']);
    expect(piped).toMatchObject({ exit: 0, stdout: `${opened}\n`, stderr: '', opened: [] });
  });

  test.each([
    'Teams',
    'javascript:alert(1)',
    'ms-msdt:/id PCWDiagnostic',
    'mailto:a@b.uk',
    '-a /Applications/x.pdf',
    'C:\\Windows\\System32\\calc.exe',
    'setup.bat',
    'file:///C:/x.ex%65',
    '\\\\server\\share\\run.lnk',
  ])('never %s', async (where) => {
    const home = await prepare([['got', '6.1', `--where=${where}`]]);
    const run = await induct(home, ['documents', 'open', '6.1'], { tty: true });
    expect(run).toMatchObject({ exit: 2, stdout: '', opened: [] });
    expect(run.stderr.replace(/\s+/g, ' ')).toMatch(
      /which is (no web address and no path|a program and no document)\. It was not opened/,
    );
  });

  test('what others published opens at its own page', async () => {
    const run = await induct(await startHome(), ['documents', 'open', '2.1'], { tty: true });
    expect(run.opened[0]).toMatch(/^https:\/\/www\.local\.gov\.uk\/publications\/your-first-ten-days/);
  });

  test('nothing known, no document, nothing named', async () => {
    const home = await startHome();
    const open = (...what: string[]) => induct(home, ['documents', 'open', ...what]);
    expect(await open('6.1')).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringMatching(/is not recorded/) });
    expect(await open('3.2')).toMatchObject({ exit: 2, stderr: expect.stringMatching(/not a document/) });
    expect(await open()).toMatchObject({ exit: 2, stderr: expect.stringMatching(/Say which document/) });
  });

  test('with --json it tells and opens nothing', async () => {
    const home = await prepare([['got', '6.1', '--where', 'report.pdf']]);
    const run = await induct(home, ['documents', 'open', '6.1', '--json'], { tty: true });
    expect(run.opened).toEqual([]);
    expect(run.json.documents).toMatchObject([{ id: 'inspection-reports', location: 'report.pdf' }]);
  });
});
