import t from 'tap';
import { compareArticle } from '../../bench/score/compare.js';
import { findIn } from '../../bench/score/findings.js';
import { listScores, readFloors } from '../../bench/score/floors.js';
import { readLabelledSet } from '../../bench/score/labels.js';
import { measure } from '../../bench/score/measures.js';

const folder = 'test/golden';

t.test('the extraction reaches its floors on the own labelled set', async (t) => {
  const comparisons = readLabelledSet(folder).map((labelled) => compareArticle(labelled, findIn(labelled)));
  for (const { id, failure } of comparisons) t.equal(failure, null, `${id} is read`);

  const scores = listScores(measure(comparisons));
  const floors = readFloors(folder);
  t.same(Object.keys(floors), Object.keys(scores), 'every measure has a floor: npm run score -- --raise-floors');
  for (const [name, floor] of Object.entries(floors)) {
    const score = scores[name] ?? 0;
    t.ok(
      score >= floor,
      `${name} is at least ${floor}; floors only go up: mend the rule, not the floor (npm run score -- --errors)`,
      { reached: score },
    );
  }
});
