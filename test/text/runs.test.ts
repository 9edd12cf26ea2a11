import t from 'tap';
import { normalizeText, normalizeUnits } from '../../src/text/normalize.js';
import { isChinese, listRuns, scanRuns } from '../../src/text/runs.js';

t.test('a text is read as runs of Chinese characters and words of letters and digits', (t) => {
  const cases: [given: string, runs: string[], why: string][] = [
    ['青禾县5G网络', ['青禾县', '5g', '网络'], 'what follows without a gap'],
    ['增长98.5%，c++、v1.7.9。', ['增长', '98.5%', 'c++', 'v1.7.9'], 'points inside of words, and marks at their ends'],
    ['5.终于', ['5', '终于'], 'a point that is not inside of a word'],
    ['3.〇', ['3.〇'], 'a number that is a Chinese character'],
    ['二〇一四', ['二〇一四'], 'and one among others'],
    ['共12,345,678户，另有1,2345和12,34', ['共', '12345678', '户', '另有', '1', '2345', '和', '12', '34'], 'thousands'],
    ['１２，３４５户', ['12345', '户'], 'thousands in full width'],
    ['𠮷野家\ud842', ['𠮷野家'], 'characters of two code units, and half of one'],
    ['㎡、½…℃', ['m2', '1', '2', 'c'], 'characters that are several'],
    ['\0①\0', ['1'], 'what is nothing'],
    ['', [], 'nothing at all'],
  ];
  for (const [given, runs, why] of cases) {
    const normal = normalizeText(given);
    t.same(listRuns(normal), runs, why);
    const units = normalizeUnits(given);
    t.equal(String.fromCharCode(...units), normal, why);
    const scanned: [string, boolean][] = [];
    scanRuns(units, (text, start, end, chinese) =>
      scanned.push([String.fromCharCode(...text.subarray(start, end)), chinese]),
    );
    t.same(
      scanned,
      runs.map((run) => [run, isChinese(run)]),
      why,
    );
  }
  t.end();
});

t.test('long texts have room', (t) => {
  const text = `${'长'.repeat(200_000)}${'ﷺ'.repeat(20_000)}`;
  const normal = normalizeText(text);
  t.equal(Buffer.from(normalizeUnits(text)).length, normal.length);
  t.equal(listRuns(normal)[0]?.length, 200_000);
  t.end();
});
