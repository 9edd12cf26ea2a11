/** Endings: a look at the last character first, and never another answer than the whole pattern gives. */
import t from 'tap';
import { createEnding } from '../../src/domain/ending.js';
import { isHan } from '../../src/domain/han.js';

t.test('endings', async (t) => {
  const ending = createEnding('[员者]', '董事长?|(?:批发|零售)商', '[^主举]办|[县市]委|[CE][A-Z]O');
  const cases: [text: string, expected: boolean, why: string][] = [
    ['讲解员', true, 'one of a class'],
    ['读者', true, 'the other'],
    ['董事长', true, 'with what may be missing'],
    ['董事', true, 'and without'],
    ['零售商', true, 'behind a group'],
    ['零售', false, 'that is part of an alternative'],
    ['街道办', true, 'behind what must not be'],
    ['主办', false, 'but not behind that'],
    ['县委', true, 'behind a class'],
    ['CEO', true, 'behind a class of letters'],
    ['员工', false, 'another last character'],
    ['工长', false, 'a last character of another word'],
    ['', false, 'nothing'],
  ];
  for (const [text, expected, why] of cases) t.equal(ending.test(text), expected, `${text}: ${why}`);
});

t.test('Chinese characters', async (t) => {
  const cases: [text: string, expected: boolean, why: string][] = [
    ['青石', true, 'simplified'],
    ['國', true, 'traditional'],
    ['〇', true, 'the round zero'],
    ['𠮷野', true, 'one of two code units'],
    ['石\ud842', false, 'half of one'],
    ['马·贝', false, 'a dot'],
    ['カ', false, 'a kana'],
    ['', false, 'nothing'],
  ];
  for (const [text, expected, why] of cases) t.equal(isHan(text), expected, `${text}: ${why}`);
});
