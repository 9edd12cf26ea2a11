/** Which names are people, which say an organization, and which only describe one or the other. */
import t from 'tap';
import { findOrganization, isOrganizationName, isPersonName } from '../../src/domain/names.js';

t.test('people', async (t) => {
  const cases: [name: string, expected: boolean, why: string][] = [
    ['邵启元', true, 'a common surname'],
    ['林勇', true, 'a given name of one character'],
    ['水根生', true, 'a rare surname'],
    ['韋鳳儀', true, 'traditional characters'],
    ['迟德海', true, 'another'],
    ['司徒岚', true, 'a compound surname with one character'],
    ['欧阳文静', true, 'and with two'],
    ['范徐丽泰', true, 'a married name'],
    ['马尔科·贝里尼', true, 'a foreign name'],
    ['阿卜杜拉•艾力', true, 'another dot'],
    ['J·K·罗琳', true, 'with initials'],
    ['扎西顿珠', true, 'a Tibetan name'],
    ['卓玛', true, 'of one part'],
    ['阿依古丽', true, 'a Uyghur name without its dot'],
    ['Anna de Wit', true, 'in Latin letters'],
    ['王某', false, 'made unreadable'],
    ['李某某', false, 'entirely'],
    ['张××', false, 'with crosses'],
    ['一位村民', false, 'somebody'],
    ['该负责人', false, 'somebody known'],
    ['网友', false, 'a reader'],
    ['江苏网友', false, 'two surnames and two more characters'],
    ['江苏', false, 'a place that begins like a name'],
    ['记者', false, 'the reporter'],
    ['付小姐', false, 'a form of address'],
    ['王总', false, 'a short one'],
    ['陈局长', false, 'a post'],
    ['董事长', false, 'a post that begins like a name'],
    ['项目经理', false, 'a longer one'],
    ['司机', false, 'a job'],
    ['应急管理局', false, 'a body that begins like a name'],
    ['水利局', false, 'a short one'],
    ['白皮书', false, 'a paper'],
    ['文化宫', false, 'a house that begins like a name'],
    ['张家村', false, 'a village named after a family'],
    ['通用·五菱公司', false, 'a company with a dot'],
    ['小男孩', false, 'a child'],
    ['BBC', false, 'an abbreviation'],
    ['The Linxi Times', false, 'a newspaper'],
    ['Gweilo', false, 'one word may be anything'],
    ['奥巴马', false, 'and so may a foreign surname alone'],
    ['王', false, 'a surname alone'],
    ['', false, 'nothing'],
    ['王😀', false, 'no character of a name'],
  ];
  for (const [name, expected, why] of cases) t.equal(isPersonName(name), expected, `${name}: ${why}`);
});

t.test('organizations', async (t) => {
  const cases: [name: string, expected: boolean, why: string][] = [
    ['县水利局', true, 'a body'],
    ['下三屯村', true, 'a place'],
    ['高二（6）班', true, 'a class'],
    ['BBC', true, 'an abbreviation'],
    ['本溪市', true, 'a name that begins with 本'],
    ['该公司', false, 'points to one'],
    ['一家医院', false, 'any of them'],
    ['有关部门', false, 'nobody'],
    ['公司', false, 'a word for all of them'],
    ['某公司', false, 'made unreadable'],
    ['局', false, 'a single character'],
  ];
  for (const [name, expected, why] of cases) t.equal(isOrganizationName(name), expected, `${name}: ${why}`);
});

t.test('the organization a quote is filed under', async (t) => {
  const cases: [speaker: string | null, organization: string | null, expected: string | null, why: string][] = [
    ['邵启元', '县水利局', '县水利局', 'that of the speaker'],
    ['县气象台', null, '县气象台', 'the speaker itself'],
    ['BBC', null, 'BBC', 'also by an abbreviation'],
    ['军分区党委', '军分区', '军分区', 'what is said goes before'],
    ['邵启元', null, null, 'a person is none'],
    ['一位村民', null, null, 'nor is a description'],
    ['该公司', null, null, 'nor what points to one'],
    ['干部', null, null, 'nor people in an office'],
    [null, null, null, 'nobody'],
  ];
  for (const [speaker, organization, expected, why] of cases)
    t.equal(findOrganization({ speaker, organization }), expected, `${speaker}, ${organization}: ${why}`);
});

t.test('names of any length take linear time', async (t) => {
  for (const piece of ['·', '王', '局', 'A ', '"']) {
    t.notOk(isPersonName(piece.repeat(1_000_000)), piece);
    t.notOk(isOrganizationName(piece.repeat(1_000_000)), piece);
    t.equal(findOrganization({ speaker: piece.repeat(1_000_000), organization: null }), null, piece);
  }
});
