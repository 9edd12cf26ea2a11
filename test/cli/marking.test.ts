import { stripVTControlCharacters } from 'node:util';
import t from 'tap';
import { type Mark, markText } from '../../src/cli/marking.js';

/** A mark where `words` stand in `text`. */
function mark(text: string, words: string, label: string): Mark {
  const start = text.indexOf(words);
  return { label, kind: label.startsWith('Q') ? 'quote' : 'statistic', span: { start, end: start + words.length } };
}

t.test('marks stand around their words, inside each other and across lines', (t) => {
  const text = '他说：“修了3座桥，花了5亿元。”\n共3座。';
  for (const [words, expected, why] of [
    [[], text, 'no marks'],
    [['S1 5亿元'], '他说：“修了3座桥，花了[S1 5亿元]。”\n共3座。', 'one'],
    [['S1 3座', 'Q1 修了3座桥，花了5亿元。'], '他说：“[Q1 修了[S1 3座]桥，花了5亿元。]”\n共3座。', 'one in the other'],
    [['S1 5亿元', 'Q1 5亿元。'], '他说：“修了3座桥，花了[Q1 [S1 5亿元]。]”\n共3座。', 'beginning together'],
    [['S1 5亿元', 'Q1 花了5亿元'], '他说：“修了3座桥，[Q1 花了[S1 5亿元]]。”\n共3座。', 'ending together'],
    [['Q1 。”\n共3座。'], '他说：“修了3座桥，花了5亿元[Q1 。”\n共3座。]', 'over a line, to the end'],
    [['S1 3座', 'S2 桥'], '他说：“修了[S1 3座][S2 桥]，花了5亿元。”\n共3座。', 'side by side'],
  ] as const) {
    const marks = words.map((word) => mark(text, word.slice(3), word.slice(0, 2)));
    t.equal(markText(text, marks, false), expected, why);
  }
  t.end();
});

t.test('in color nothing but labels is added to the words', (t) => {
  const text = '花了5亿元，\u001b[2J他说。';
  const marked = markText(text, [mark(text, '花了5亿元', 'Q1'), mark(text, '5亿元', 'S1')], true);
  t.equal(marked.split('\u001b[').length - 1, 8, 'two labels and two colored stretches');
  t.equal(
    stripVTControlCharacters(marked),
    'Q1:花了S1:5亿元，\\u001b[2J他说。',
    'the text cannot command the terminal',
  );
  t.end();
});
