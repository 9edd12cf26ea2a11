import t from 'tap';
import { type IssueHolding, judgeCoverage } from '../../src/domain/coverage.js';
import { addDays } from '../../src/domain/time.js';

/** A paper of 2018 that appears on some of the days since Monday, 2018-01-01, with these pages. */
function printed(appears: (day: number) => boolean, pages = ['1', '2', '3', '4']): IssueHolding[] {
  const days = Array.from({ length: 364 }, (_, day) => day).filter(appears);
  return days.map((day) => ({ date: addDays('2018-01-01', day), pages, articleCount: 9 }));
}

/** The days that are not `present`, with their state. */
function findFaults(issues: readonly IssueHolding[], range = { first: '2018-01-01', last: '2018-12-30' }) {
  const life = { first: issues[0]?.date ?? '', last: issues.at(-1)?.date ?? '' };
  return judgeCoverage(issues, range, life)
    .filter(({ state }) => state !== 'present')
    .map(({ date, state }) => `${date} ${state}`);
}

t.test('days without an issue', (t) => {
  const cases: [appears: (day: number) => boolean, faults: string[], why: string][] = [
    [() => true, [], 'a daily paper that is whole'],
    [(day) => day % 7 !== 6, [], 'one without Sundays'],
    [(day) => day !== 100, ['2018-04-11 missing'], 'one day is missing'],
    [(day) => day % 7 === 4 && day !== 11, ['2018-01-12 missing'], 'one week of a weekly paper'],
    [(day) => day % 14 === 4, [], 'a fortnightly paper has no missing weeks'],
    [(day) => day > 50 && day < 300 && day !== 299, [], 'nothing before its first and after its last issue'],
  ];
  for (const [appears, faults, why] of cases) t.same(findFaults(printed(appears)), faults, why);

  const pause = findFaults(printed((day) => day < 100 || day >= 170));
  t.equal(pause.length, 70, 'every day of ten missing weeks, also in their middle');
  t.same(findFaults(printed((day) => day < 5)), [], 'too short a life to expect anything');
  t.end();
});

t.test('pages that are not there', (t) => {
  const whole = printed(() => true);
  const replace = (at: number, pages: string[]) =>
    whole.map((issue, day) => (day === at ? { ...issue, pages } : issue));
  const cases: [pages: string[], expected: object, why: string][] = [
    [['1', '2', '3', '4'], { state: 'present', missingPages: [] }, 'whole'],
    [['1', '2', '4'], { state: 'suspect', pageCount: 3, missingPages: ['3'] }, 'one left out'],
    [['2', '3'], { state: 'suspect', missingPages: ['1'] }, 'the front page'],
    [['1'], { state: 'suspect', usualPageCount: 4, missingPages: [] }, 'less than half the usual'],
    [['1', '2'], { state: 'present', missingPages: [] }, 'half is a thin issue'],
    [['A1', 'A3', 'B2'], { state: 'suspect', missingPages: ['A2', 'B1'] }, 'each letter by itself'],
    [['1', '2', '特刊'], { state: 'present', missingPages: [] }, 'a page without a number'],
    [[], { state: 'present', pageCount: 0, missingPages: [] }, 'articles without a page say nothing of pages'],
  ];
  for (const [pages, expected, why] of cases) {
    const date = addDays('2018-01-01', 200);
    const range = { first: date, last: date };
    const life = { first: '2018-01-01', last: '2018-12-30' };
    t.match(judgeCoverage(replace(200, pages), range, life)[0], { date, ...expected }, why);
  }
  t.end();
});
