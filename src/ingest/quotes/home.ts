/** Where somebody belongs whose description leaves it out: `村民` to the village, `镇长` to the town that was named before. */
import { residents } from './lexicon.js';

/** How far back the place is looked for, in characters. */
const REACH = 300;
/** Characters of a name of a place or a body. */
const NAME = '[^，。、；：！？“”（）()《》\\s\\d在到从是由和与及的了向对驻进为于个名位各全该本这那一家把被让给]';

/** What a post is at, by the kind of its body. */
const homes: readonly (readonly [RegExp, RegExp])[] = [
  [residents, new RegExp(`${NAME}{2,5}(?:村|社区)(?![民委里支干头口庄])`, 'g')],
  [/^(?:副|常务副)?县长$/, new RegExp(`${NAME}{1,5}县(?![长委里城直级乡])`, 'g')],
  [/^(?:副|常务副)?区长$/, new RegExp(`${NAME}{1,5}区(?![长委里级域])`, 'g')],
  [/^(?:副|常务副)?市长$/, new RegExp(`${NAME}{1,5}市(?![长委里场民区级])`, 'g')],
  [/^(?:副)?镇长$/, new RegExp(`${NAME}{1,5}镇(?![长委里区])`, 'g')],
  [/^(?:副)?乡长$/, new RegExp(`${NAME}{1,5}乡(?![长委里村镇亲])`, 'g')],
  [/^(?:副)?校长$/, new RegExp(`${NAME}{2,10}(?:中学|小学|大学|学校|学院)`, 'g')],
  [/^(?:副)?院长$/, new RegExp(`${NAME}{2,16}(?:医院|卫生院|法院|检察院|学院|研究院)`, 'g')],
  [
    /^(?:副)?(?:总经理|董事长|总裁|创始人)$/,
    new RegExp(`${NAME}{2,16}(?:有限公司|有限责任公司|股份公司|集团)(?!总|董|副)`, 'g'),
  ],
];

/** The organization of a role that is introduced at `at` without one; null when none was named shortly before. */
export function findHome(role: string | null, text: string, at: number): string | null {
  const place = role === null ? undefined : homes.find(([roles]) => roles.test(role))?.[1];
  if (place === undefined) return null;
  return [...text.slice(Math.max(0, at - REACH), at).matchAll(place)].at(-1)?.[0] ?? null;
}
