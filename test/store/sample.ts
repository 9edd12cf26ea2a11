/** Articles for the tests of stores: few, and every kind of value and its absence among them. Not meant to be read. */
import { countChars, layOut } from '../../src/domain/article.js';
import type { Quote } from '../../src/domain/quote.js';
import type { Statistic } from '../../src/domain/statistic.js';
import { formatInstant } from '../../src/domain/time.js';
import type { ArticleWrite } from '../../src/domain/write.js';

export const ZONE = '+08:00';
/** When the tests publish. */
export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

interface Fields {
  id: string;
  title?: string;
  paragraphs?: readonly string[];
  url?: string | null;
  section?: readonly string[];
  source?: string | null;
  issue?: { date: string; page: string | null } | null;
  publishedAt?: number | null;
  quotes?: readonly Partial<Quote>[];
  statistics?: readonly Partial<Statistic>[];
  originalName?: string;
  extractor?: string;
  aliases?: readonly string[];
}

/** 要闻 and 摇文 are one slug, and so are the two sources 河报 and 核报. */
const slugs: Record<string, string> = {
  新闻: 'xin-wen',
  要闻: 'yao-wen',
  摇文: 'yao-wen',
  专题: 'zhuan-ti',
  河报: 'he-bao',
  核报: 'he-bao',
};
const slugOf = (name: string) => slugs[name] ?? [...name].map((char) => char.codePointAt(0)?.toString(16)).join('-');
const nowhere = { start: 0, end: 0 };

/** An article as extraction would hand it over; what is not given is absent, but the title and the URL. */
export function createWrite({ id, title = `题目${id}`, paragraphs = ['正文。'], ...given }: Fields): ArticleWrite {
  const body = paragraphs.map((text) => ({ type: 'paragraph' as const, text }));
  const layout = layOut({ title, subtitle: null, lead: null, body });
  const { url = `https://paper.example/${id}`, section = [], source = null, issue = null, publishedAt = null } = given;
  const addressOf = (address: string) => ({ id: address.replace('https://paper.example/', ''), address });
  const content: Omit<ArticleWrite, 'original' | 'fingerprint'> = {
    article: {
      id,
      url,
      title,
      subtitle: null,
      lead: null,
      breadcrumb: [...section],
      issue,
      byline: null,
      publishedAt: publishedAt === null ? null : formatInstant(publishedAt, ZONE),
      keywords: [],
      aliases: [...(given.aliases ?? [])],
      charCount: countChars(layout),
      extractor: given.extractor ?? '1',
      body: layout.body,
      text: layout.text,
    },
    section: section.map((name) => ({ name, slug: slugOf(name) })),
    source: source === null ? null : { name: source, slug: slugOf(source) },
    addresses: [...(url === null ? [] : [url]), ...(given.aliases ?? [])].map(addressOf),
    quotes: (given.quotes ?? []).map((quote, at) => ({
      id: `${id}q${at}`,
      text: `话${at}`,
      kind: 'direct',
      speaker: null,
      role: null,
      organization: null,
      verb: null,
      span: nowhere,
      confidence: 0.9,
      rule: 'test',
      ...quote,
    })),
    statistics: (given.statistics ?? []).map((statistic, at) => ({
      id: `${id}s${at}`,
      text: `${at}个`,
      value: String(at),
      valueMax: null,
      qualifier: null,
      unit: null,
      measure: null,
      asOf: null,
      normalizedValue: null,
      normalizedValueMax: null,
      normalizedUnit: null,
      basis: 'level',
      span: nowhere,
      confidence: 0.9,
      rule: 'test',
      ...statistic,
    })),
  };
  return {
    ...content,
    original: {
      name: given.originalName ?? `pages/${id}.txt`,
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(layout.text),
      hints: '{}',
    },
    fingerprint: JSON.stringify(content),
  };
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `count` articles in which everything a list can be filtered by comes in many combinations. */
export function generateWrites(count: number, seed = 1): ArticleWrite[] {
  const random = createRandom(seed);
  const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const date = () => `${pick(2013, 2014)}-${pick('06', '07', '12')}-${pick('01', '02', '15', '30')}`;
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  return Array.from({ length: count }, (_, at) => {
    // Hours next to midnight, where a zone moves an article into another month.
    const time = Date.parse(`${date()}T${pick('00:00', '00:30', '12:00', '23:59')}:00+08:00`);
    return createWrite({
      id: `g${seed}-${String(at).padStart(4, '0')}`,
      section: pick([], ['新闻'], ['新闻', '要闻'], ['新闻', '要闻', '乡镇'], ['新闻', '摇文'], ['专题', '要闻']),
      source: pick('河报', '核报', '河报', null),
      issue: pick(null, { date: date(), page: pick('05', '5', 'A1', null) }),
      publishedAt: pick(null, time, time, time),
      quotes: some(3, () => ({
        kind: pick('direct', 'direct', 'testimonial', 'indirect'),
        speaker: pick('甲某', '甲某', '林茂生', '何以宽', '司徒岚', '水利局', '网友', null),
        role: pick('村民', '局长、书记', null),
        organization: pick('水利局', '沙井镇', '该公司', null),
      })),
      statistics: some(3, () => {
        const value = pick('3', '-1.5', '40', '25000000000', null);
        const asOf = pick(null, [null, '2014-06-30'], ['2013-01-01', '2013-12-31'], ['2014-07-01', null], [null, null]);
        return {
          unit: pick('亿元', '人', '元', null),
          normalizedUnit: pick('CNY', '人', null),
          normalizedValue: value,
          measure: pick('受益群众', '群众', null),
          asOf: asOf && { text: '其时', from: asOf[0] ?? null, to: asOf[1] ?? null },
        };
      }),
    });
  });
}
