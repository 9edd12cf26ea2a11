/** Traditional characters in the words of page furniture, as simplified ones, so that one set of rules reads both. It is no converter of texts. */
import { createCodeMap, mapCodes } from '../../text/code-map.js';

const traditional =
  '來發佈時間記者責編輯當前頁電訊報導關鍵詞標題寫點擊瀏覽閱讀次數圖攝實習員傳據訂閱網絡聯繫鏈經濟體臺評論權聲轉載專欄頻內機構處稱稿屬類別張導語鐘號開閉關於請掃碼鄉縣區週歲閒們為這該個國華社籤級設';
const simplified =
  '来发布时间记者责编辑当前页电讯报导关键词标题写点击浏览阅读次数图摄实习员传据订阅网络联系链经济体台评论权声转载专栏频内机构处称稿属类别张导语钟号开闭关于请扫码乡县区周岁闲们为这该个国华社签级设';
const map = createCodeMap([...traditional].map((char, at) => [char, [...simplified][at] ?? char]));

/** A line with its furniture words in simplified characters; every offset stays. */
export function simplifyLabels(text: string): string {
  return mapCodes(text, map);
}
