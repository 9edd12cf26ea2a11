/** Places and bodies that are written like names of people: a text shows by the words beside them what they are. */

/** What places and bodies that are written like foreign names have before and behind them somewhere. */
const IN_PLACE = ['在', '赴', '飞往', '前往', '抵达', '位于'];
const OF_PLACE = ['集团', '公司', '方面', '市', '省', '州', '国', '队', '人', '地区', '机场', '大学', '岛', '湾'];
/** What a place is followed by that is written like a name of a person: `花莲|县`, `白鹭湖|派出所`. */
const PLACES = ['县', '市', '派出所', '社区', '街道', '小区', '景区', '小学', '中学'];

/** Whether a text has what may be a Chinese name as that of a place or a body. */
export function namesPlace(name: string, text: string): boolean {
  return PLACES.some((end) => text.includes(name + end));
}

/** Whether a text uses what may be a foreign name as that of a place or a body. */
export function isUsedAsPlace(name: string, text: string): boolean {
  return IN_PLACE.some((word) => text.includes(word + name)) || OF_PLACE.some((word) => text.includes(name + word));
}
