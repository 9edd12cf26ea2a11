import t from 'tap';
import { cut } from '../../src/explorer/parts/segments.js';

const text = '全镇茶园面积达3200亩，同比增长8.5%';
const span = (start: number, end: number) => ({ start, end });
const whole = span(0, text.length);

t.test('a text is cut where spans begin and end', (t) => {
  for (const [part, spans, expected, why] of [
    [whole, [], [[text, 0]], 'no spans'],
    [span(2, 2), [span(0, 4)], [], 'nothing of the text'],
    [
      span(0, 6),
      [span(2, 4)],
      [
        ['全镇', 0],
        ['茶园', 1],
        ['面积', 0],
      ],
      'one inside',
    ],
    [
      span(0, 6),
      [span(0, 4), span(2, 6)],
      [
        ['全镇', 1],
        ['茶园', 2],
        ['面积', 1],
      ],
      'two that overlap',
    ],
    [
      span(0, 6),
      [span(0, 6), span(2, 4)],
      [
        ['全镇', 1],
        ['茶园', 2],
        ['面积', 1],
      ],
      'one inside another',
    ],
    [
      span(0, 4),
      [span(0, 2), span(2, 4)],
      [
        ['全镇', 1],
        ['茶园', 1],
      ],
      'neighbors',
    ],
    [span(2, 4), [span(0, 6)], [['茶园', 1]], 'one that reaches beyond the part'],
    [span(0, 4), [span(4, 6), span(3, 3)], [['全镇茶园', 0]], 'outside, and empty'],
    [
      span(0, 4),
      [span(2, 2000)],
      [
        ['全镇', 0],
        ['茶园', 1],
      ],
      'beyond the text',
    ],
  ] as const) {
    t.same(
      cut(text, part, spans).map(({ text, over }) => [text, over.length]),
      expected,
      why,
    );
  }
  t.end();
});

t.test('nothing is lost or doubled, however spans lie', (t) => {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    const spans = Array.from({ length: next(6) }, () => span(next(text.length + 4), next(text.length + 4)));
    const part = span(next(8), 8 + next(text.length - 8));
    const pieces = cut(text, part, spans);
    if (pieces.map((piece) => piece.text).join('') !== text.slice(part.start, part.end))
      t.fail(JSON.stringify({ part, spans }));
    for (const { start, text, over } of pieces) {
      for (const each of over)
        if (each.start > start || each.end < start + text.length) t.fail(JSON.stringify({ part, spans }));
    }
  }
  t.end();
});
