/** The currencies the demo shop sells in. */
export const CURRENCIES = ['USD', 'EUR', 'KZT'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** One thing on the shelf. Prices in minor units; `drawing` is a path on a 44 grid. */
export interface Good {
  id: string;
  name: { en: string; ja: string };
  note: { en: string; ja: string };
  price: Record<Currency, number>;
  drawing: string;
}

export const GOODS: readonly Good[] = [
  {
    id: 'teacups',
    name: { en: 'White porcelain teacups', ja: '白磁の湯のみ' },
    note: { en: 'Set of two', ja: '2客組' },
    price: { USD: 3520, EUR: 3260, KZT: 1820000 },
    drawing:
      'M10 14h20l-2 19a3 3 0 0 1-3 2.6H15a3 3 0 0 1-3-2.6zM10 14c0-2 20-2 20 0s-20 2-20 0M33 18h6l-1.5 14.5a2 2 0 0 1-2 1.8h-4.2',
  },
  {
    id: 'cloths',
    name: { en: 'Linen cloths', ja: '麻のふきん' },
    note: { en: 'Natural, two pieces', ja: '生成り・2枚' },
    price: { USD: 2200, EUR: 2040, KZT: 1138000 },
    drawing: 'M8 11h24v22H8zM8 17h24M14 11v22M33 14h3v22H12v-3',
  },
  {
    id: 'scoop',
    name: { en: 'Bamboo tea scoop', ja: '竹の茶さじ' },
    note: { en: 'One piece', ja: '1本' },
    price: { USD: 1470, EUR: 1360, KZT: 760000 },
    drawing: 'M12 36 27 17M27 17c-1-4 1-9 5-10 3 3 2 9-1.5 11.5zM9 37l3-1',
  },
  {
    id: 'notepaper',
    name: { en: 'Letterpress notepaper', ja: '活版の一筆箋' },
    note: { en: 'One pad', ja: '1冊' },
    price: { USD: 770, EUR: 720, KZT: 398000 },
    drawing: 'M12 7h20v30H12zM17 12v20M22 12v20M27 12v20M12 10l-3 1v27l3-1',
  },
  {
    id: 'kettle',
    name: { en: 'Cast-iron kettle', ja: '鉄瓶' },
    note: { en: 'The sandbox declines its price', ja: 'サンドボックスが承認しない金額' },
    price: { USD: 40000, EUR: 40000, KZT: 40000 },
    drawing: 'M9 22c0-6 6-9 13-9s13 3 13 9-5 12-13 12S9 28 9 22zM35 20l5-4M16 13c0-9 12-9 12 0M19 13v-2h6v2',
  },
  {
    id: 'wrap',
    name: { en: 'Gift wrapping', ja: '贈りもの包み' },
    note: { en: 'Paper and cord', ja: '和紙と水引' },
    price: { USD: 400, EUR: 400, KZT: 400 },
    drawing: 'M8 16h28v20H8zM8 16l4-6h20l4 6M22 10v26M22 16c-6-2-8-8-4-9s4 5 4 9c0-4 0-10 4-9s2 7-4 9',
  },
];

/** Postage in minor units; nothing from the price of the kettle on, so that its total stays what it says. */
export const POSTAGE: Record<Currency, number> = { USD: 460, EUR: 430, KZT: 190000 };

/** A basket: how many of each good, by id. */
export type Basket = Record<string, number>;

/** What a basket comes to, in minor units of the currency. */
export function tally(basket: Basket, currency: Currency): { goods: number; postage: number; total: number } {
  const goods = GOODS.reduce((sum, good) => sum + good.price[currency] * (basket[good.id] ?? 0), 0);
  const postage = goods === 0 || basket.kettle ? 0 : POSTAGE[currency];
  return { goods, postage, total: goods + postage };
}
