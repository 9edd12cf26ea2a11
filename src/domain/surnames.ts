/** Surnames and other beginnings of personal names, as lists of characters. What makes a whole name is said in names.ts. */

/** The hundred most common single surnames, simplified and traditional. */
const common =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭於餘葉蘇魏呂盧薑鍾譚陸範賈韋鄒閻龍賀顧龔萬錢嚴湯莊';

/** Others that are met as surnames, the hundred families among them. */
const others =
  '尤施华柏窦章葛奚郎鲁昌苗凤花俞柳酆鲍廉岑倪滕殷毕邬安常乐时傅皮卞齐康伍元卜平和穆萧湛祁禹狄米贝明臧计伏成谈茅庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆樊凌霍虞支柯昝管经房裘缪干解应宗宣贲郁单杭洪包诸' +
  '左吉钮嵇邢滑裴荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖符景詹束幸司韶郜蓟薄印宿怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟贡劳逄姬申扶堵冉宰郦' +
  '雍璩桑桂濮牛寿通边扈燕冀浦尚农温别晏柴瞿充慕连茹习宦艾鱼容古易慎戈庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩聂晁勾敖融冷辛阚那简饶空沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公岳缑亢况有琴商' +
  '牟佘佴伯赏墨哈谯笪年爱阳佟言福楚鄢涂仝亓苟官冼麦区植原展水海云竹朴隋初普鹿栗门邸揭买兰邝揣晋战刑帅逯矫盘檀忻禤雒芦綦撖仉琚銮蹇尧操洛宝敬粟淡律矣岩郇苑种禚来兀喻辜庹邰楼修谌旷信戚费郏阎厍訾毋乜肇候仵迟赫代' +
  '華竇魯鳳鮑畢鄔樂時齊貝計談龐紀項藍閔婁顏駱單諸鈕榮車寧欒厲賴藺喬陰蒼雙聞黨貢勞農溫連習豐關遊權蓋況麥區鄺衛雲蘭買褚卫庄郟聶鞏蔣瀋費鐘經應邊歐遲';

/** Of the others those that begin so many words that only three characters make a name: 水利 and 国务 are none. */
const everyday = '时国原全水区广官战步农家公党通车能经双解查管后相从信单满操洛年有那还都别来应代';

/** Surnames of two characters. */
const compound =
  '欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 轩辕 令狐 宇文 长孙 慕容 鲜于 闾丘 司空 夏侯 端木 百里 南宫 呼延 东郭 西门 独孤 拓跋 申屠 太史 濮阳 淳于 单于 澹台 公冶 宗政 赫连 钟离 仲孙 闻人 万俟 公羊 南门 司寇 完颜 纳兰 叶赫 乐正 漆雕 公西 壤驷 公良 夹谷 宰父 谷梁 段干 东门 微生 梁丘 左丘 歐陽 司馬 諸葛 東方 尉遲 公孫 軒轅 長孫 鮮于 夏侯 南宮 獨孤 鍾離 聞人 ' +
  '安倍 田中 山田 铃木 佐藤 高桥 伊藤 渡边 山本 中村 小林 加藤 吉田 山口 松本 井上 木村 清水 小泉 岸田 石破 福田 野田 麻生 村上 大江 宫崎 小池 菅义 鸠山 羽生 黑田 河野 稻盛';

/** Of which names of peoples who use no surname are put together, one or two to a name. */
const parts =
  '扎西 卓玛 多吉 才让 次仁 旦增 丹增 格桑 央金 拉姆 达娃 尼玛 顿珠 平措 索朗 罗布 德吉 白玛 普布 仁增 仁青 嘎玛 噶玛 桑吉 曲珍 旺姆 旺堆 加措 嘉措 坚赞 强巴 洛桑 土登 益西 其美 巴桑 边巴 米玛 拉巴 次旺 贡布 云丹 才旦 卓嘎 次珍 白珍 措姆 朗杰 南加 晋美 江村 ' +
  '巴特尔 格日勒 其其格 图雅 乌兰 那仁 苏和 巴图 孟克 朝鲁 呼和 斯琴 娜仁 萨仁 高娃 特木尔 宝力格 毕力格 阿古拉 托娅 额尔敦 ' +
  '阿依 古丽 买买提 艾合买提 吐尔逊 热合曼 玉素甫 木拉提 依明 阿卜杜 阿不都 阿迪力 帕提 麦麦提 努尔 艾力 阿不力孜 热依木 努尔曼';

export const commonSurnames: ReadonlySet<string> = new Set(common);
export const surnames: ReadonlySet<string> = new Set(common + others);
export const everydaySurnames: ReadonlySet<string> = new Set(everyday);
export const compoundSurnames: ReadonlySet<string> = new Set(compound.split(' '));
export const nameParts: ReadonlySet<string> = new Set(parts.split(' '));
