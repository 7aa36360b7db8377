import type { ShopLanguage } from './texts.js';

/** The currencies the demo shop sells in. */
export const CURRENCIES = ['JPY', 'USD', 'EUR', 'KZT'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** One thing on the shelf. Prices in minor units; `drawing` is a path on a 44 grid. */
export interface Good {
  id: string;
  name: Record<ShopLanguage, string>;
  note: Record<ShopLanguage, string>;
  price: Record<Currency, number>;
  /** Sent without a parcel: no postage. */
  byMail?: true;
  drawing: string;
}

/**
 * The first four come to ¥12,480 with postage. The others are there for what they cost: the kettle and its wrapping are
 * the sums that the sandboxes decline, greetings and coins reach the limits of the Japanese methods from below, the
 * cabinet from above.
 */
export const GOODS: readonly Good[] = [
  {
    id: 'teacups',
    name: { en: 'White porcelain teacups', ja: '白磁の湯のみ', th: 'ถ้วยชากระเบื้องขาว' },
    note: { en: 'Set of two', ja: '2客組', th: 'ชุดละ 2 ใบ' },
    price: { JPY: 5280, USD: 3520, EUR: 3260, KZT: 1820000 },
    drawing:
      'M10 14h20l-2 19a3 3 0 0 1-3 2.6H15a3 3 0 0 1-3-2.6zM10 14c0-2 20-2 20 0s-20 2-20 0M33 18h6l-1.5 14.5a2 2 0 0 1-2 1.8h-4.2',
  },
  {
    id: 'cloths',
    name: { en: 'Linen cloths', ja: '麻のふきん', th: 'ผ้าเช็ดลินิน' },
    note: { en: 'Natural, two pieces', ja: '生成り・2枚', th: 'สีธรรมชาติ 2 ผืน' },
    price: { JPY: 3300, USD: 2200, EUR: 2040, KZT: 1138000 },
    drawing: 'M8 11h24v22H8zM8 17h24M14 11v22M33 14h3v22H12v-3',
  },
  {
    id: 'scoop',
    name: { en: 'Bamboo tea scoop', ja: '竹の茶さじ', th: 'ช้อนตักชาไม้ไผ่' },
    note: { en: 'One piece', ja: '1本', th: '1 อัน' },
    price: { JPY: 2200, USD: 1470, EUR: 1360, KZT: 760000 },
    drawing: 'M12 36 27 17M27 17c-1-4 1-9 5-10 3 3 2 9-1.5 11.5zM9 37l3-1',
  },
  {
    id: 'notepaper',
    name: { en: 'Letterpress notepaper', ja: '活版の一筆箋', th: 'กระดาษโน้ตพิมพ์เลตเตอร์เพรส' },
    note: { en: 'One pad', ja: '1冊', th: '1 เล่ม' },
    price: { JPY: 1150, USD: 770, EUR: 720, KZT: 398000 },
    drawing: 'M12 7h20v30H12zM17 12v20M22 12v20M27 12v20M12 10l-3 1v27l3-1',
  },
  {
    id: 'kettle',
    name: { en: 'Cast-iron kettle', ja: '鉄瓶', th: 'กาเหล็กหล่อ' },
    note: {
      en: 'The sandboxes decline its price',
      ja: 'サンドボックスが承認しない金額',
      th: 'ราคาที่แซนด์บ็อกซ์ปฏิเสธ',
    },
    price: { JPY: 40000, USD: 40000, EUR: 40000, KZT: 40000 },
    drawing: 'M9 22c0-6 6-9 13-9s13 3 13 9-5 12-13 12S9 28 9 22zM35 20l5-4M16 13c0-9 12-9 12 0M19 13v-2h6v2',
  },
  {
    id: 'wrap',
    name: { en: 'Gift wrapping', ja: '贈りもの包み', th: 'ห่อของขวัญ' },
    note: { en: 'Paper and cord', ja: '和紙と水引', th: 'กระดาษและเชือก' },
    price: { JPY: 400, USD: 400, EUR: 400, KZT: 400 },
    drawing: 'M8 16h28v20H8zM8 16l4-6h20l4 6M22 10v26M22 16c-6-2-8-8-4-9s4 5 4 9c0-4 0-10 4-9s2 7-4 9',
  },
  {
    id: 'greeting',
    name: { en: 'Greeting by e-mail', ja: 'メールのごあいさつ', th: 'คำทักทายทางอีเมล' },
    note: {
      en: 'Three are just below the least a store takes',
      ja: '3つでコンビニの下限のすぐ下',
      th: '3 ใบต่ำกว่าขั้นต่ำของร้านเล็กน้อย',
    },
    price: { JPY: 99, USD: 66, EUR: 60, KZT: 33000 },
    byMail: true,
    drawing: 'M7 12h30v21H7zM7 12l15 12 15-12M7 33l11-11M37 33 26 22',
  },
  {
    id: 'coin',
    name: { en: 'Lucky coin', ja: 'ご縁の一枚', th: 'เหรียญนำโชค' },
    note: { en: 'The smallest sum there is', ja: 'いちばん小さい金額', th: 'จำนวนเงินที่น้อยที่สุด' },
    price: { JPY: 1, USD: 1, EUR: 1, KZT: 1 },
    byMail: true,
    drawing: 'M35 22a13 13 0 1 1-26 0 13 13 0 0 1 26 0zM18 18h8v8h-8z',
  },
  {
    id: 'cabinet',
    name: { en: 'Tea cabinet', ja: '茶箪笥', th: 'ตู้เก็บชุดชา' },
    note: { en: 'As much as a store takes', ja: 'コンビニの上限の金額', th: 'เท่ากับวงเงินสูงสุดของร้าน' },
    price: { JPY: 150000, USD: 49999, EUR: 45000, KZT: 24000000 },
    byMail: true,
    drawing: 'M8 8h28v26H8zM8 17h28M22 17v17M12 34v3M32 34v3M18 25v2M26 25v2M20 12.5h4',
  },
];

/** Postage in minor units; nothing from the price of the kettle on, so that its total stays what it says. */
export const POSTAGE: Record<Currency, number> = { JPY: 550, USD: 460, EUR: 430, KZT: 190000 };

/** A basket: how many of each good, by id. */
export type Basket = Record<string, number>;

/** What a basket comes to, in minor units of the currency. */
export function tally(basket: Basket, currency: Currency): { goods: number; postage: number; total: number } {
  const inside = GOODS.filter(({ id }) => (basket[id] ?? 0) > 0);
  const goods = inside.reduce((sum, good) => sum + good.price[currency] * (basket[good.id] ?? 0), 0);
  const postage = basket.kettle || inside.every(({ byMail }) => byMail) ? 0 : POSTAGE[currency];
  return { goods, postage, total: goods + postage };
}
