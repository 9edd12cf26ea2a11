import t from 'tap';
import {
  applyCorrections,
  type Correction,
  type CorrectionRequest,
  correction,
  correctionRequest,
  type Findings,
  settleCorrection,
} from '../../src/domain/correction.js';
import type { Quote } from '../../src/domain/quote.js';
import type { Statistic } from '../../src/domain/statistic.js';

const AT = 1_700_000_000_000;
const text = '桥通了\n老李说：“路好走。”全长5公里，引桥5公里，投资3亿元。';
const said = { author: '编辑甲', note: null };

function quote(id: string, words: string, fields: Partial<Quote> = {}, within = text): Quote {
  const start = within.indexOf(words);
  const span = { start, end: start + words.length };
  const speech = { kind: 'direct', speaker: '老李', role: null, organization: null, verb: '说' } as const;
  return { id, text: words, ...speech, span, confidence: 0.7, rule: 'cue', ...fields };
}

function figure(id: string, words: string, start = text.indexOf(words), fields: Partial<Statistic> = {}): Statistic {
  return {
    id,
    text: words,
    value: words.replace(/\D/g, ''),
    valueMax: null,
    qualifier: null,
    unit: words.replace(/\d/g, ''),
    measure: '全长',
    asOf: null,
    normalizedValue: null,
    normalizedValueMax: null,
    normalizedUnit: null,
    basis: 'level',
    span: { start, end: start + words.length },
    confidence: 0.8,
    rule: 'number',
    ...fields,
  };
}

const found: Findings = {
  quotes: [quote('q1', '路好走。')],
  statistics: [figure('s1', '5公里'), figure('s2', '5公里', text.lastIndexOf('5公里')), figure('s3', '3亿元')],
};

/** The corrections that hold after requests, each settled on what held before it. */
function settle(requests: readonly CorrectionRequest[], from = found): Correction[] {
  return requests.reduce<Correction[]>((corrections, request) => {
    const settled = settleCorrection(correctionRequest.parse(request), { found: from, corrections, text }, AT);
    if (settled === null) throw new Error('there is no such item');
    t.same(correction.parse(settled), settled, 'it has the shape of a correction');
    const rest = corrections.filter(({ target, item }) => target !== settled.target || item.id !== settled.item.id);
    return [...rest, settled];
  }, []);
}

const correct = (id: string, fields: object) =>
  ({ action: 'correct', target: id.startsWith('q') ? 'quote' : 'statistic', id, fields, ...said }) as CorrectionRequest;
const reject = (id: string) =>
  ({ action: 'reject', target: id.startsWith('q') ? 'quote' : 'statistic', id, ...said }) as CorrectionRequest;
const add = (item: Quote | Statistic) => {
  const { confidence, rule, ...given } = item;
  return { action: 'add', target: 'kind' in item ? 'quote' : 'statistic', item: given, ...said } as CorrectionRequest;
};
const byHand = { rule: 'correction', confidence: 1 };
const idsOf = ({ quotes, statistics }: Findings) => [...quotes, ...statistics].map(({ id }) => id);

t.test('without corrections it is what was found', (t) => {
  t.same(applyCorrections(found, [], text), found);
  t.end();
});

t.test('what people said wins over what is found, again and again', (t) => {
  const cases: [CorrectionRequest[], (after: Findings) => unknown, unknown, string][] = [
    [[reject('q1')], idsOf, ['s1', 's2', 's3'], 'a rejected one stays out'],
    [
      [correct('q1', { speaker: '李大山', role: '村民' })],
      ({ quotes }) => quotes,
      [{ ...found.quotes[0], speaker: '李大山', role: '村民', ...byHand }],
      'corrected fields win, the others stay as found',
    ],
    [
      [correct('q1', { speaker: '李大山' }), correct('q1', { role: '村民' })],
      ({ quotes }) => quotes.map(({ speaker, role }) => [speaker, role]),
      [['李大山', '村民']],
      'one correction does not undo another',
    ],
    [
      [reject('q1'), correct('q1', { speaker: '李大山' })],
      ({ quotes }) => quotes.map(({ speaker }) => speaker),
      ['李大山'],
      'a rejected one can be corrected back',
    ],
    [[correct('s1', { measure: null }), reject('s1')], idsOf, ['q1', 's2', 's3'], 'and a corrected one rejected'],
    [
      [add(quote('qx', '桥通了'))],
      ({ quotes }) => quotes.map(({ id, rule, confidence }) => [id, rule, confidence]),
      [
        ['qx', 'correction', 1],
        ['q1', 'cue', 0.7],
      ],
      'an added one stands in its place in the order',
    ],
    [[add(quote('qx', '桥通了')), reject('qx')], idsOf, ['q1', 's1', 's2', 's3'], 'an added one can be rejected'],
    [
      [add(quote('qx', '桥通了')), correct('qx', { verb: '喊' })],
      ({ quotes }) => quotes[0],
      { ...quote('qx', '桥通了'), verb: '喊', ...byHand },
      'or corrected',
    ],
  ];
  for (const [requests, look, expected, why] of cases) {
    const corrections = settle(requests);
    const after = applyCorrections(found, corrections, text);
    t.same(look(after), expected, why);
    t.same(applyCorrections(found, corrections, text), after, `${why}: the same every time`);
  }
  t.end();
});

t.test('what extraction finds otherwise changes nothing that was said', (t) => {
  const statistics = (...items: Statistic[]): Findings => ({ quotes: [], statistics: items });
  const bridge = figure('s3', '3亿元');
  const wider = figure('s9', '投资3亿元');
  const cases: [CorrectionRequest[], Findings, unknown[], string][] = [
    [[correct('s3', { measure: '投资' })], statistics(), [['s3', '投资', '3亿元']], 'found no more: kept as corrected'],
    [[reject('s3')], statistics(), [], 'a rejected one that is gone leaves nothing'],
    [
      [correct('s3', { measure: '投资' })],
      statistics(wider),
      [['s3', '投资', '3亿元']],
      'with other bounds: not twice',
    ],
    [[reject('s3')], statistics(wider), [], 'nor is it let in by other bounds'],
    [
      [correct('s3', { measure: '投资' })],
      statistics({ ...bridge, id: 's8', unit: '亿' }),
      [['s3', '投资', '3亿元']],
      'in its place under another id: it is the same, and keeps its id',
    ],
    [
      [add({ ...wider, id: 'sx' })],
      statistics(bridge),
      [['sx', '全长', '投资3亿元']],
      'what was added by hand and is found now, is there once',
    ],
  ];
  for (const [requests, later, expected, why] of cases) {
    const after = applyCorrections(later, settle(requests), text);
    t.same(
      after.statistics.map((item) => [item.id, item.measure, item.text]),
      expected,
      why,
    );
  }
  t.end();
});

t.test('a correction belongs to its place when equal words are numbered anew', (t) => {
  const [first, second] = [text.indexOf('5公里'), text.lastIndexOf('5公里')];
  const before: Findings = { quotes: [], statistics: [figure('s1', '5公里', second)] };
  const after: Findings = { quotes: [], statistics: [figure('s1', '5公里', first), figure('s2', '5公里', second)] };
  const look = ({ statistics }: Findings) => statistics.map(({ id, measure, span }) => [id, measure, span.start]);
  const corrected = settle([correct('s1', { measure: '引桥' })], before);
  t.same(
    look(applyCorrections(after, corrected, text)),
    [
      ['s2', '全长', first],
      ['s1', '引桥', second],
    ],
    'the other takes the number that is free',
  );
  t.same(look(applyCorrections(after, settle([reject('s1')], before), text)), [['s2', '全长', first]]);
  const moved: Findings = { quotes: [], statistics: [figure('s1', '5公里', first)] };
  t.same(
    look(applyCorrections(moved, corrected, text)),
    [
      ['s1-2', '全长', first],
      ['s1', '引桥', second],
    ],
    'no two have one id',
  );
  t.end();
});

t.test('spans follow the words into another text', (t) => {
  const corrections = settle([correct('q1', { speaker: '李大山' }), correct('s3', { measure: '投资' })]);
  const spans = (now: string, later: Findings = { quotes: [], statistics: [] }) => {
    const { quotes, statistics } = applyCorrections(later, corrections, now);
    return [...quotes, ...statistics].map(({ span }) => now.slice(span.start, span.end));
  };
  t.same(spans(`肩题\n${text}\n投资3亿元。`), ['路好走。', '3亿元'], 'further down');
  t.same(spans(text.slice(4)), ['路好走。', '3亿元'], 'further up');
  t.same(spans('另一篇'), ['', ''], 'to nowhere');
  t.equal(applyCorrections({ quotes: [], statistics: [] }, corrections, '另一篇').quotes[0]?.text, '路好走。');
  const longer = `肩题\n${text}`;
  const moved = { quotes: [quote('q1', '路好走。', {}, longer)], statistics: [] };
  t.same(applyCorrections(moved, corrections, longer).quotes, [{ ...moved.quotes[0], speaker: '李大山', ...byHand }]);
  t.end();
});

t.test('what cannot be said is refused', (t) => {
  const ask = (request: CorrectionRequest) => settleCorrection(request, { found, corrections: [], text }, AT);
  t.equal(ask(reject('q2')), null, 'no such quote');
  t.equal(ask({ ...reject('q1'), target: 'statistic' } as CorrectionRequest), null, 'a quote is no statistic');
  for (const span of [
    { start: 0, end: text.length + 1 },
    { start: 3, end: 2 },
  ]) {
    t.throws(() => ask(add(quote('qx', '桥', { span }))), { code: 'invalid_parameter', parameter: 'span' });
  }
  for (const [request, why] of [
    [correct('q1', { span: { start: 0, end: 1 } }), 'another place is another item'],
    [correct('q1', { rule: 'mine' }), 'a rule is not said'],
    [correct('q1', { measure: '全长' }), 'a quote has no measure'],
    [{ ...reject('q1'), action: 'forget' }, 'no such action'],
  ] as const) {
    t.notOk(correctionRequest.safeParse(request).success, why);
  }
  t.end();
});
