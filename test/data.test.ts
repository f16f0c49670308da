import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { regions } from '../src/core/councils.ts';
import { isCivilDate, weekdayOf } from '../src/core/dates/index.ts';
import { explainTerms, shortFormsOf } from '../src/core/explain-terms.ts';
import { PAGES, type PackAction } from '../src/core/pack.ts';
import type { Built } from '../src/packs/registry.ts';
import { shipped } from './helpers/packs.ts';
import { DATA } from './helpers/run.ts';

let built: Built;
let actions: readonly PackAction[];
beforeAll(async () => {
  built = await shipped();
  actions = built.steps.flatMap((step) => step.actions);
});

/** Apostrophes and spaces as they fall; pages write typographic ones, and some a no-break space. */
const plain = (text: string) => text.replace(/[‘’]/g, "'").replace(/\s+/g, ' ').toLowerCase();

const FILES = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const textOf = (file: string) => readFileSync(join(DATA, file), 'utf8');

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('the steps', () => {
  test('are the thirteen, in order', () => {
    expect(built.steps.map((step) => [step.number, step.id])).toEqual(
      [
        'outgoing',
        'guides',
        'dcs',
        'members',
        'adviser',
        'documents',
        'meetings',
        'learning',
        'course',
        'journey',
        'people',
        'performance',
        'inclusion',
      ].map((id, index) => [String(index + 1), id]),
    );
  });

  test('hold at least 85 actions, numbered by their place', () => {
    expect(actions.length).toBeGreaterThanOrEqual(85);
    for (const step of built.steps) {
      expect(step.actions.map((action) => action.number)).toEqual(
        step.actions.map((_, index) => `${step.number}.${index + 1}`),
      );
    }
  });
});

/** By action: words of the pages that its page wording or its title carries. */
const NAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  documents: {
    'documents.inspection-reports': 'latest inspection reports',
    'documents.learning-reviews': 'any recent reports following safeguarding local learning reviews',
    'documents.improvement-plans': 'associated action and improvement plans',
    'documents.self-assessment': "self-assessment of children's services",
    'documents.needs-assessment': "children and young people's joint strategic needs assessment (JSNA)",
    'documents.send-strategy': 'special educational needs and disability (SEND) strategy',
    'documents.annual-report-safeguarding': 'safeguarding children partnership report',
    'documents.annual-report-iro': 'independent reviewing officer report',
    'documents.annual-report-lado': 'local authority designated adviser (LADO) report',
    'documents.annual-report-corporate-parenting': 'corporate parenting board report',
    'documents.annual-report-complaints': 'reports relating to complaints',
    'documents.annual-report-fostering': 'fostering service',
    'documents.annual-report-adoption': 'regional adoption agency',
    'documents.youth-justice-plan': 'youth offending service strategic plan',
    'documents.school-strategies': 'school improvement and school support strategies',
    'documents.staffing-structure': 'staffing structure',
    'documents.quality-and-performance': 'quality assurance framework and latest performance reports',
    'documents.budget': 'budget position',
    'documents.scrutiny-programme': 'scrutiny work programme and recommendations',
    'documents.glossary': 'glossary of terms',
  },
  meetings: {
    'meetings.regional-network': 'regional lead member network',
    'meetings.scrutiny-committee': "children's scrutiny committee",
    'meetings.schools-forum': 'schools forum',
    'meetings.health-and-wellbeing-board': 'health and wellbeing board',
    'meetings.youth-parliament': 'youth parliament',
    'meetings.children-in-care-council': 'children in care council',
    'meetings.corporate-parenting-board': 'corporate parenting board',
    'meetings.safeguarding-children-partnership': 'safeguarding children partnership',
  },
  modules: {
    'learning.corporate-parenting': 'corporate parenting (from June 2022)',
    'learning.equality-diversity-inclusion': 'equality, diversity and inclusion',
    'learning.scrutiny': 'scrutiny for councillors',
    'learning.influencing': 'influencing skills',
    'learning.stress-and-resilience': 'stress management and personal resilience',
    'course.leadership-essentials': "children's services Leadership Essentials course",
  },
  groups: {
    'people.children': 'children, young people and families',
    'people.foster-carers': 'foster carers',
    'people.providers': "providers of children's services",
    'people.managers': 'senior and frontline managers',
    'people.health': 'health partners including providers',
    'people.education': 'education settings leaders including schools, colleges and specialist provision',
    'people.police': 'police',
    'people.community-groups': 'community and voluntary groups',
    'people.youth-services': 'youth services',
    'people.childrens-centres': "children's centres",
    'people.family-hubs': 'family hubs and early help hubs',
    'people.virtual-school': 'virtual school head teacher',
    'people.scrutineer': 'local safeguarding children board chair / independent scrutineer',
  },
  members: {
    'members.leader': 'council leader',
    'members.scrutiny-chair': 'chair of scrutiny',
    'members.corporate-parenting-chair': 'chair of corporate parenting',
    'members.community-safety': 'portfolio holders for community safety',
    'members.adult-services': 'adult services',
    'members.corporate-parenting-agenda': 'corporate parent',
    'members.transitions': "between children's and adults' services",
    'members.chief-executive': 'chief executive',
  },
  'the last holder, and the guides': {
    'outgoing.meet': 'outgoing portfolio holder',
    'outgoing.handover-file': 'handover file',
    'outgoing.diary-dates': 'diary',
    'outgoing.officers': 'officers',
    'guides.first-ten-days': "Your first ten days as portfolio holder for children's services",
    'guides.must-knows': "'Must knows' for portfolio holders for children's services",
    'guides.statutory-guidance': "Statutory guidance on roles of the DCS and portfolio holder for children's services",
    'guides.corporate-parenting-principles':
      'Applying corporate parenting principles to looked-after children and care leavers',
    'guides.action-research': "Action research into improvement in local children's services",
  },
  'the director': {
    'dcs.meeting-rhythm': 'how often to meet, and put the dates in the diary',
    'dcs.urgent-news': "director of children's services (DCS)",
    'dcs.lead-member-in-law': 'lead member in law',
    'dcs.meetings-to-attend': 'which meetings to attend, and get the dates',
    'dcs.strengths-and-challenges': 'what is strong',
    'dcs.partnerships': 'partnerships',
    'dcs.vision': "vision for children's services, and {your} priorities",
    'dcs.test-of-assurance': 'test of assurance',
  },
  'the rest': {
    'adviser.contact': "LGA children's improvement adviser for your region",
    'adviser.networking': 'regional and national networking',
    'adviser.peer-mentor': 'peer mentor',
    'learning.register': 'e-learning platform',
    'course.programme': 'Leadership Essentials',
    'journey.safeguarding-process': 'frontline social worker or relevant department lead',
    'journey.shadowing': 'shadowing staff teams',
    'journey.visits': 'visits to services',
    'journey.duty-desk': 'duty desk',
    'journey.know-your-data': 'know the data',
    'journey.political-responsibility': "{your} part ends and the director's begins",
    'performance.leads': "data and performance leads for children's services",
    'performance.reports': 'which reports {you} will need, and how often',
    'performance.support': 'who helps to understand the data',
    'performance.finance-team': 'finance team',
    'performance.lg-inform': 'LG Inform',
    'inclusion.your-part': 'equality, diversity and inclusion',
    'inclusion.councillor-development': 'councillor development programme',
    'inclusion.top-tips': "Top tips for children's services portfolio holders",
  },
  figures: {
    'performance.referrals': "referrals to children's services",
    'performance.assessments': 'assessments',
    'performance.child-protection-plans': 'child protection plans',
    'performance.coming-into-care': 'numbers and ages of children coming into care',
    'performance.placement-stability': 'stability of placements',
    'performance.outcomes-in-care': 'outcomes for children in care',
    'performance.outcomes-care-leavers': 'care leavers',
  },
};

describe('what the pages name is there, by their words', () => {
  for (const [group, items] of Object.entries(NAMED)) {
    test.each(Object.entries(items))(`${group}: %s`, (id, words) => {
      const action = actions.find((one) => one.id === id);
      expect(action, id).toBeDefined();
      const beside = built.steps.find((step) => step.id === action?.step)?.words[id];
      const said = [beside?.pageWording, action?.title].map((text) => plain(text ?? '')).join(' | ');
      expect(said).toContain(plain(words));
    });
  }

  test('a document, a meeting, a module, a person, a figure each of its kind', () => {
    const kinds = (group: string) => [
      ...new Set(Object.keys(NAMED[group] ?? {}).map((id) => actions.find((action) => action.id === id)?.kind)),
    ];
    expect(kinds('documents')).toEqual(['document']);
    expect(kinds('meetings')).toEqual(['meeting']);
    expect(kinds('modules')).toEqual(['module']);
    expect(kinds('groups')).toEqual(['person']);
    expect(kinds('figures')).toEqual(['figure']);
    expect(Object.keys(NAMED.documents ?? {})).toHaveLength(20);
  });

  test('the first talk with the director covers what the page lists', () => {
    const words = plain(textsIn(built.steps[2]).join(' '));
    for (const wanted of [
      'updates between our meetings',
      'urgent',
      'strengths',
      'challenges',
      'improvement journey',
      'partnerships',
      'relationship with local schools',
      'key challenges for children, young people and their families',
      'vision',
      'priorities',
      'ideas',
    ]) {
      expect(words).toContain(wanted);
    }
  });

  test('the advisers, each for the regions the page lists', () => {
    expect(built.advisers.advisers.map((adviser) => [adviser.name, adviser.regions])).toEqual([
      ['Caroline O’Neill', ['North East']],
      ['Linda Clegg', ['North West']],
      ['Rachel Dickinson', ['Yorkshire and The Humber']],
      ['Andrew Bunyan', ['East Midlands', 'East of England']],
      ['Claire Burgess', ['West Midlands', 'South West']],
      ['Alison Michalska', ['South East']],
      ['Jane Humphreys', ['London']],
    ]);
    const covered = built.advisers.advisers.flatMap((adviser) => adviser.regions);
    expect([...covered].sort()).toEqual([...regions].sort());
    expect(isCivilDate(built.advisers.asListed)).toBe(true);
  });

  test('the eight meetings, in the page’s order, each with its action', () => {
    expect(built.meetings.map((meeting) => [meeting.action, plain(meeting.pageWording ?? '')])).toEqual(
      Object.entries(NAMED.meetings ?? {}).map(([id, words]) => [id, plain(words)]),
    );
    for (const meeting of built.meetings) {
      expect([meeting.capacity, meeting.frequency, meeting.basis, meeting.chair]).not.toContain(null);
      expect([meeting.bring.length, meeting.listenFor.length]).not.toContain(0);
    }
  });

  test('the figures to follow, each with what to ask', () => {
    const asked = new Set(built.indicators.map((indicator) => indicator.action));
    expect([...asked].sort()).toEqual(Object.keys(NAMED.figures ?? {}).sort());
    for (const indicator of built.indicators) expect(indicator.ask.length).toBeGreaterThan(0);
  });

  test('the links that the pages recommend', () => {
    const links = built.links.map((link) => plain(`${link.title} ${link.text}`));
    for (const wanted of [
      'first ten days',
      'leadership essentials',
      'must knows',
      'statutory guidance',
      'corporate parenting principles',
      'lg inform',
      'action research',
      'model induction',
      'top tips',
      'e-learning',
      'glossary',
      'councillor development',
    ]) {
      expect([wanted, links.some((link) => link.includes(wanted))]).toEqual([wanted, true]);
    }
    for (const link of built.links) expect(link.url).toMatch(/^https:\/\/[a-z0-9.-]+\.(gov\.uk|uk)(\/|$)/);
  });

  test('the seven tips and the further advice, in the page’s order', () => {
    const sections = built.tips.map((tip) => plain(tip.source.section));
    const wanted = [
      '1. understand your statutory duty',
      '2. understand your role as a strategic leader',
      "3. get to know your children's services context",
      '4. build strong relationships over time',
      '5. work for the best interests',
      '6. be credible and build trust',
      '7. access our support',
      'how do you know your strategy is being delivered',
      'never underestimate the complexity',
      'listening matters',
      'your brand matters',
      'you cannot know everything',
    ];
    const places = wanted.map((section) => sections.findIndex((one) => one.startsWith(section)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const steps = built.steps.map((step) => step.id);
    for (const tip of built.tips) for (const step of tip.fits) expect(steps).toContain(step);
  });

  test('the habits, off until agreed', () => {
    expect(built.habits.map((habit) => habit.id)).toEqual(['service-visit', 'duty-desk', 'data-look']);
  });

  test.each([
    'strengths',
    'challenges',
    'vision',
    'priorities',
    'partnerships',
    'statutory',
    'strategic leader',
    'curious',
    'know everything',
    'test of assurance',
    'quartet',
    'duty desk',
    'speed read',
    'political responsibility',
    'operational',
    'corporate parent',
    'cross-party',
    'peer mentor',
    'front door',
    'must knows',
  ])('the data speaks of: %s', (words) => {
    expect(FILES.flatMap((file) => plain(textOf(file))).join('\n')).toContain(words);
  });

  test('the data speaks of credibility', () => {
    expect(FILES.map(textOf).join('\n')).toMatch(/credib(le|ility)/);
  });
});

describe('the pages for hard days', () => {
  test('are the nine', () => {
    expect(built.situations.map((situation) => situation.id)).toEqual([
      'incident',
      'ofsted',
      'press',
      'scrutiny',
      'director-leaves',
      'complaint',
      'pre-election',
      'budget',
      'leaving',
    ]);
  });

  test('each asks, warns, goes on and comes back, in short lines', () => {
    for (const { id, ask, doNot, next, later, checkLocally, source } of built.situations) {
      expect([id, Math.min(ask.length, doNot.length, next.length) >= 3]).toEqual([id, true]);
      expect(later).toMatch(/\?$/);
      expect(checkLocally.length).toBeGreaterThan(20);
      expect(source.page).toBe('induct');
      expect([...ask, ...doNot].filter((line) => line.replace('{your}', 'your').length > 75)).toEqual([]);
    }
  });
});

describe('the year', () => {
  test('has something in every month', () => {
    const months = new Set(built.year.flatMap((entry) => entry.months));
    expect([...months].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('the words of pages and glossary', () => {
  test('speak of the holder by {you}, or not at all', () => {
    const said = textsIn([
      ...built.situations.map((one) => ({ ...one, aliases: [], source: null })),
      ...built.year.map((one) => ({ ...one, source: null })),
      ...built.glossary.map(({ meaning }) => meaning),
    ]).map((text) => text.replace(/\{your?\}/g, ''));
    expect(said.filter((text) => /\b(you|your|yours|yourself|I|my|me)\b/i.test(text))).toEqual([]);
  });
});

/** What every holder knows within a day, and what the first screen spells out. */
const KNOWN = /\b(DCS|LGA)\b/g;

describe('what the short views show', () => {
  test('holds no short form that it does not spell out', () => {
    const spoken = [
      ...actions.flatMap((action) => [action.title, action.name, action.short]),
      ...built.occasions.flatMap(({ title, one, chase, short, hint }) => [title, one, chase, short, hint]),
      ...built.meetings.flatMap(({ name, short }) => [name, short]),
    ].filter((text): text is string => text !== null);
    const forms = built.glossary.flatMap(shortFormsOf);
    const unexplained = spoken.filter((text) => explainTerms([text.replace(KNOWN, '')], forms).length > 0);
    expect(unexplained).toEqual([]);
  });
});

describe('ids', () => {
  const ids = () => [
    ...built.steps.map((step) => `step ${step.id}`),
    ...actions.map((action) => `action ${action.id}`),
    ...built.occasions.map((occasion) => `occasion ${occasion.id}`),
    ...built.meetings.map((meeting) => `meeting ${meeting.id}`),
    ...built.questions.map((question) => `question ${question.id}`),
    ...built.tips.map((tip) => `tip ${tip.id}`),
    ...built.links.map((link) => `link ${link.id}`),
    ...built.glossary.map((term) => `term ${term.id}`),
    ...built.indicators.map((indicator) => `indicator ${indicator.id}`),
    ...built.habits.map((habit) => `habit ${habit.id}`),
    ...built.letters.letters.map((letter) => `letter ${letter.id}`),
    ...built.situations.map((situation) => `situation ${situation.id}`),
    ...built.year.map((entry) => `year ${entry.id}`),
  ];

  test('are only ever added: what was recorded against one must keep its meaning', () => {
    const frozen = readFileSync(new URL('./fixtures/ids.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(frozen.length).toBeGreaterThan(200);
    const now = new Set(ids());
    expect(frozen.filter((id) => !now.has(id))).toEqual([]);
  });

  test('are there once', () => {
    const all = ids();
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });

  test('of an action’s last part mean one action, or are typed with the step', () => {
    const names = [...built.occasions.map((one) => one.id), ...built.steps.map((one) => one.id)];
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('the councils', () => {
  test('are 153, each in one of the nine regions', () => {
    expect(built.councils).toHaveLength(153);
    expect([...new Set(built.councils.map((council) => council.region))].sort()).toEqual([...regions].sort());
    expect(new Set(built.councils.map((council) => council.gss)).size).toBe(153);
    expect(new Set(built.councils.map((council) => council.dfeCode)).size).toBe(153);
  });

  test('Barnsley and Sheffield have both their codes', () => {
    const codes = (short: string) => {
      const found = built.councils.find((council) => council.short === short);
      return [found?.gss, ...(found?.formerGss ?? [])];
    };
    expect(codes('Barnsley')).toEqual(['E08000038', 'E08000016']);
    expect(codes('Sheffield')).toEqual(['E08000039', 'E08000019']);
  });

  test('carry the credit that their licences ask for', () => {
    expect(textOf('england/councils.yaml')).toMatch(/mySociety.*CC BY 4\.0/s);
    expect(textOf('england/councils.yaml')).toMatch(/Open Government Licence v3\.0/);
  });
});

describe('the bank holidays', () => {
  test('of next year are in the table', () => {
    const next = new Date().getFullYear() + 1;
    const last = Math.max(...built.bankHolidays.years);
    expect(
      last,
      `the table ends with ${last}: add ${next} from https://www.gov.uk/bank-holidays to data/england/bank-holidays.yaml`,
    ).toBeGreaterThanOrEqual(next);
  });

  test('of every year listed are at least eight working days off, in order', () => {
    const days = built.bankHolidays.holidays.map((holiday) => holiday.date);
    expect(days).toEqual([...days].sort());
    for (const year of built.bankHolidays.years) {
      const listed = days.filter((day) => day.startsWith(`${year}-`));
      expect([year, listed.length >= 8]).toEqual([year, true]);
      expect(listed.filter((day) => weekdayOf(day) > 5)).toEqual([]);
    }
  });
});

describe('every entry says where it comes from', () => {
  test('page, section and address', () => {
    const entries = [
      ...built.steps,
      ...actions,
      ...built.meetings,
      ...built.advisers.advisers,
      ...built.tips,
      ...built.links,
      ...built.glossary,
      ...built.indicators,
      ...built.habits,
      ...built.situations,
      ...built.year,
    ];
    for (const { source } of entries) {
      expect(Object.keys(PAGES)).toContain(source.page);
      expect(source.section.length).toBeGreaterThan(0);
      if (source.page !== 'induct') expect(source.url).toMatch(/^https:\/\//);
    }
    expect(entries.length).toBeGreaterThan(250);
  });

  test('what is ours is marked as ours', () => {
    const pages = new Set(actions.map((action) => action.source.page));
    expect([...pages].sort()).toEqual(['induct', 'model-induction', 'top-tips']);
  });
});

describe('the words', () => {
  test.each(FILES)('%s holds no tab and no carriage return', (file) => {
    expect(textOf(file)).not.toMatch(/[\t\r]/);
  });

  test('nothing shouts, begs or blames', () => {
    const said = textsIn({ ...built, councils: [], bankHolidays: [] });
    expect(said.length).toBeGreaterThan(1000);
    expect(said.filter((text) => /!|\b(please|sorry|invalid)\b/i.test(text))).toEqual([]);
  });

  test('titles, shorts and hints speak to the holder and to the officer alike', () => {
    const spoken = [
      ...actions.flatMap((action) => [action.title, action.short]),
      ...built.steps.map((step) => step.title),
      ...built.occasions.flatMap(({ title, one, chase, short, hint }) => [title, one, chase, short, hint]),
    ].filter((text): text is string => text !== null);
    const outside = (text: string) => text.replace(/"[^"]*"/g, '').replace(/\{[yY]ours?\}|\{[yY]ou\}/g, '');
    expect(spoken.filter((text) => /\b(you|your|yours|yourself|I|my|me)\b/i.test(outside(text)))).toEqual([]);
  });

  test('every name in braces is one that is filled in', () => {
    const known = new Set(['{you}', '{your}', '{leader}', '{count}']);
    // The letters have names of their own, which their section checks.
    const { letters: _, ...others } = built;
    const used = textsIn(others).flatMap((text) => text.match(/\{[^}]*\}/g) ?? []);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});
