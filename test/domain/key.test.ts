import t from 'tap';
import { hasScope, listHashes, mayWrite, rotateKey, type StoredKey } from '../../src/domain/key.js';

const key: StoredKey = {
  id: 'k',
  name: 'k',
  scopes: ['ingest'],
  sections: [],
  sources: [],
  rateLimit: null,
  createdAt: 0,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  secrets: [{ hash: 'a', createdAt: 0, expiresAt: null }],
};

t.test('scopes', async (t) => {
  t.same([hasScope(key, 'ingest'), hasScope(key, 'read'), hasScope(key, 'edit')], [true, false, false]);
  t.ok(hasScope({ scopes: ['edit'] }, 'read'), 'who edits has to see');
  t.notOk(hasScope({ scopes: ['read', 'ingest', 'edit'] }, 'admin'));
});

t.test('secrets that open', async (t) => {
  const rotated = rotateKey(key, 'b', { at: 100, graceUntil: 200 });
  const again = rotateKey(rotated, 'c', { at: 150, graceUntil: 400 });
  const cases: [key: StoredKey, at: number, hashes: string[], why: string][] = [
    [key, 1e15, ['a'], 'one that never ends'],
    [rotated, 199, ['b', 'a'], 'both in the time of grace'],
    [rotated, 200, ['b'], 'and then the new one'],
    [again, 160, ['c', 'b'], 'never more than two'],
    [rotateKey(key, 'b', { at: 100, graceUntil: 100 }), 100, ['b'], 'no grace'],
    [{ ...key, expiresAt: 50 }, 49, ['a'], 'before its end'],
    [{ ...key, expiresAt: 50 }, 50, [], 'at its end'],
    [{ ...key, revokedAt: 10 }, 5, [], 'revoked, whatever a clock says'],
  ];
  for (const [given, at, hashes, why] of cases) t.same(listHashes(given, at), hashes, why);
});

t.test('where a key may write', async (t) => {
  const section = [
    { name: '新闻', slug: 'xin-wen' },
    { name: '乡村', slug: 'xiang-cun' },
  ];
  const source = { name: '云岭日报', slug: 'yun-ling-ri-bao' };
  const cases: [sections: string[], sources: string[], expected: boolean, why: string][] = [
    [[], [], true, 'anywhere'],
    [['xin-wen'], [], true, 'below a section'],
    [['新闻/乡村'], [], true, 'in it, by names'],
    [['xin-wen/xiang'], [], false, 'the beginning of a name is another name'],
    [['乡村'], [], false, 'sections are named from the root'],
    [['cai-jing', 'xin-wen'], [], true, 'one of several'],
    [[], ['云岭日报'], true, 'a source by name'],
    [[], ['yun-ling-ri-bao'], true, 'by slug'],
    [['xin-wen'], ['临溪晚报'], false, 'both have to fit'],
  ];
  for (const [sections, sources, expected, why] of cases) {
    t.equal(mayWrite({ sections, sources }, { section, source }), expected, why);
  }
  t.notOk(mayWrite({ sections: ['xin-wen'], sources: [] }, { section: [], source }), 'an article without a section');
  t.notOk(mayWrite({ sections: [], sources: ['云岭日报'] }, { section, source: null }), 'one without a source');
});
