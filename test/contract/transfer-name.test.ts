import { expect } from '@open-wc/testing';
import { TRANSFER_NAME_MAX, transferName } from '../../src/contract/transfer-name.js';

const nameOf = (text: string) => transferName(text).name;

describe('transferName', () => {
  for (const [text, name] of [
    ['ふじた じゅんぺい', 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ'],
    ['フジタ　ジュンペイ', 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ'],
    ['ﾌｼﾞﾀ ｼﾞｭﾝﾍﾟｲ', 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ'],
    ['キュウヨイチロウ', 'ｷﾕｳﾖｲﾁﾛｳ'],
    ['ジンジショウゴ', 'ｼﾞﾝｼﾞｼﾖｳｺﾞ'],
    ['ァィゥェォッャュョヮヵヶ', 'ｱｲｳｴｵﾂﾔﾕﾖﾜｶｹ'],
    ['ぁぃぅぇぉっゃゅょゎゕゖ', 'ｱｲｳｴｵﾂﾔﾕﾖﾜｶｹ'],
    ['ｧｨｩｪｫｯｬｭｮ', 'ｱｲｳｴｵﾂﾔﾕﾖ'],
    ['ヴァイオリン ゔ', 'ｳﾞｱｲｵﾘﾝ ｳﾞ'],
    ['キヱ ヰト ゑゐ', 'ｷｴ ｲﾄ ｴｲ'],
    ['パピプペポ ばびぶべぼ', 'ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ ﾊﾞﾋﾞﾌﾞﾍﾞﾎﾞ'],
    ['マリー', 'ﾏﾘ-'],
    ['ﾏﾘｰ', 'ﾏﾘ-'],
    ['ー－―‐−–—‑─', '---------'],
    ['  アベ \t\u00a0　 イチ  ', 'ｱﾍﾞ ｲﾁ'],
    ['ｶ）ヒヨリ （ヒヨリ）', 'ｶ)ﾋﾖﾘ (ﾋﾖﾘ)'],
    ['Ａｂｃ１２．３／4', 'ABC12.3/4'],
    ['\u30ab\u3099 \u304b\u309b \uff8a\uff9f \u306f\u309c', 'ｶﾞ ｶﾞ ﾊﾟ ﾊﾟ'],
    ['ア\u200bイ\ufeff', 'ｱｲ'],
    ['㌔', 'ｷﾛ'],
    ['', ''],
  ] as const) {
    it(`writes "${text}" as "${name}"`, () => expect(transferName(text)).to.eql({ name, wrong: [] }));
  }

  for (const [text, name, wrong] of [
    ['山田 タロウ', 'ﾀﾛｳ', ['山', '田']],
    ['カヲル', 'ｶﾙ', ['ヲ']],
    ['かを ｶｦ', 'ｶ ｶ', ['を', 'ｦ']],
    ['ｱ･イ・ウ', 'ｱｲｳ', ['･', '・']],
    ['田田 田', '', ['田']],
    ['José ß', 'JOS', ['é', 'ß']],
    ['あ゛ ヷ', '', ['あ゛', 'ヷ']],
    ['ゝ〜~!', '', ['ゝ', '〜', '~', '!']],
    ['㈱アオイ', 'ｱｵｲ', ['㈱']],
    ['𠮷アオイ🙂', 'ｱｵｲ', ['𠮷', '🙂']],
  ] as const) {
    it(`names what can't be sent of "${text}"`, () => expect(transferName(text)).to.eql({ name, wrong: [...wrong] }));
  }

  it('leaves what it has made as it is', () => {
    const once = nameOf('ゔぁ じゅんぺい マリー (A.B-1/2)');
    expect(nameOf(once)).to.equal(once);
  });

  it('counts voicing marks as banks do', () => {
    expect(nameOf('ふじた じゅんぺい').length).to.equal(12);
    expect(nameOf('ガ'.repeat(15)).length).to.equal(TRANSFER_NAME_MAX);
  });
});
