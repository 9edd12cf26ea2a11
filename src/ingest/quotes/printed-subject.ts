/** Subjects that are known neither as a name nor as a description, taken as they are printed: `对方`, `青石重工`. */
import { endsInDescription, isPersonName } from '../../domain/names.js';
import { beginsAside, beginsWithVerb, endsInVerb, isWord, trimAsides } from '../../text/words.js';
import { standsApart } from './boundaries.js';
import { areAll, canBe, HAN, NOT_LAST } from './characters.js';
import { splitDescription } from './description.js';
import { describe, type Speaker } from './mention.js';
import { isPersonalName } from './person-name.js';

/** What is remarked in brackets. */
const REMARK = /[（(][^（）()]{1,24}[)）]/g;
/** What is said of somebody before who it is: `差点掉下去的|驾驶某某`; not to whom something is done. */
const ATTRIBUTE = /^[^向对把给跟被和与及]*的(?=[^的]{2,10}$)/;
/** A noun phrase without a verb. */
const PRINTED = /^[^，。；：！？、“”（()）\d\s]{2,14}$/;
/** The noun phrase before what somebody does with words. */
const ACTS =
  /^([^，。；：！？、“”《》（()）\d\s]{2,12}?)(?:[也还曾已都就则同时]*)(?:(?<!面)向|(?<!反)对|[在于就]|通过|发布|发出|发表|致信|写给|接受|回应|直[说言]|说|称|表示|认为|觉得|相信)/;
const NO_NOUN =
  /[了着过把被我你他她它]|.[还也又却]|^(?:几乎|现在|目前|如今|一面|一边|随即|无从|这|那|其|此|却|仍|纷纷|随后|同样|最终|一致|再次|多次|对于|关于|至于|由于|作为|不过|也|就|都|要|不|没|可|如|若|因|虽|但|而|并|又|再|还|更|最|很|太|在|从|对(?!方)|向|跟|给|为|以|按|据|被|把|让|使|由|于|当|经|像|愿|是|有|说|想|看|听|问|我|你|您|咱|大家|正|会(?!议)|能|应|需|来|去|做|用|与|和|及|或|所)|(?:是|的|有|在|要|会|能|来|去|时|后|中|里|上|下|前|以|为|到|地|得|道|写|给|出|不|想|也|都|还|愿|跪|站|坐|躺|走|跑|跳|笑|哭|喊|叫|拿|抱|拉|推|指|望|瞪|盯)$/;

/** The noun phrase that a subject is, or that it opens with: `青石重工|向供应商发出信函`; null when there is none. */
export function readPrinted(clause: string, how: 'whole' | 'opening'): Speaker | null {
  const bare = clause.replace(REMARK, '');
  const whole = how === 'whole' ? [bare, bare.replace(ATTRIBUTE, '')].find((each) => PRINTED.test(each)) : undefined;
  const phrase = trimAsides(whole ?? ACTS.exec(bare)?.[1] ?? '');
  if (phrase.length < 2 || NO_NOUN.test(phrase) || beginsAside(phrase)) return null;
  if (endsInVerb(phrase) && (whole === undefined || beginsWithVerb(phrase))) return null;
  return readNamed(phrase) ?? describe(phrase);
}

/** Somebody with a name behind what is no known description: `渡工冉某某`. */
function readNamed(phrase: string): Speaker | null {
  const start = phrase.length - 3;
  const name = phrase.slice(start);
  const before = phrase.slice(0, start);
  if (start < 2) return null;
  if (isPersonalName(name) && isPersonName(name) && standsApart(phrase, start, phrase.length))
    return { name, role: before, organization: null, isPerson: true };
  // `导演忻某某`: a surname that is not listed.
  const isName = endsInDescription(before) && areAll(name, HAN) && !NO_NOUN.test(name) && isUnknown(name);
  return isName ? { name, ...splitDescription(before), isPerson: true } : null;
}

/** Whether no words are in what may be a name: `忻某某`, not `联合会`. */
function isUnknown(name: string): boolean {
  return !canBe(name, 2, NOT_LAST) && !endsInDescription(name) && !isWord(name, 0, 2) && !isWord(name, 1, 3);
}

/** Whether a phrase that is known neither as a name nor as a description is plainly what a clause is about: a word, or spelled like a name. */
export function isNominal(phrase: string): boolean {
  const isName = isPersonalName(phrase) || (phrase.length === 3 && isPersonName(phrase));
  return isName || isWord(phrase) || /[男女]$/.test(phrase) || hasPost(phrase);
}

/** Whether a phrase has a post before what may be a name of some other spelling: `军方发言人林区中将`. */
function hasPost(phrase: string): boolean {
  for (let end = phrase.length - 2; end >= Math.max(2, phrase.length - 6); end -= 1)
    if (endsInDescription(phrase.slice(0, end)))
      return !beginsAside(phrase.slice(end)) && !beginsWithVerb(phrase.slice(end));
  return false;
}
