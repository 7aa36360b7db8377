import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('ru', { type: 'conjunction' });
const rules = new Intl.PluralRules('ru');
/** A figure with its noun, as Russian declines it: `1 день`, `2 дня`, `5 дней`. */
export const count = (n: number, one: string, few: string, many: string): string => {
  const form = rules.select(n);
  return `${n}\u00a0${form === 'one' ? one : form === 'few' ? few : many}`;
};

/*
 * A shop is a `магазин`, and so would a convenience store be: it keeps its Japanese name, `комбини`. A kiosk's name has
 * to read the same after `через`.
 */
const texts: ChoiceTexts = {
  lang: 'ru',
  amountDue: 'К оплате',
  order: (id) => `Заказ ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: 'Зарубежные кошельки' },
    konbini: { name: 'Магазины комбини', note: 'Наличными' },
    appPay: { name: 'Японские платёжные приложения', note: '' },
    bankTransfer: { name: 'Банковский перевод', note: 'В Японии' },
    prepaid: { name: 'Предоплаченный код', note: 'Из Японии' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'Кошельки WM' },
    other: { name: 'Другие способы', note: '' },
  },
  regions: {
    CN: 'Китай',
    HK: 'Гонконг',
    MY: 'Малайзия',
    ID: 'Индонезия',
    PH: 'Филиппины',
    KR: 'Южная Корея',
    TH: 'Таиланд',
  },
  kiosks: { multicopy: 'копировальный автомат', loppi: 'терминал Loppi' },
  wallets: { scan: 'Оплата по QR-коду', login: 'Оплата со входом в аккаунт' },
  briefly: { scan: 'QR-код', login: 'Вход' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'Мы откроем страницу Alipay+',
        how === 'scan'
          ? `Откроется приложение ${name}\u00a0— или отсканируйте им код`
          : `Войдите в ${name}\u00a0— или откроется приложение`,
        'Оплатите в течение 10\u00a0минут',
      ],
    }),
    register: () => ({
      quiet: 'По номеру на кассе',
      next: ['Мы выдадим номер для оплаты', 'Назовите его на кассе любого магазина сети', 'Оплатите наличными'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `Через ${kiosk}`,
      next: [
        'Мы выдадим номер для оплаты',
        `Распечатайте квитанцию через ${kiosk}`,
        'Оплатите наличными на кассе в течение 30\u00a0минут',
      ],
    }),
    app: ({ name }) => ({
      quiet: 'С подтверждением в приложении',
      next: [`Мы откроем страницу ${name}`, 'Подтвердите оплату в приложении', 'Вы вернётесь сюда'],
    }),
    bank: () => ({
      quiet: 'На отдельный счёт для этого заказа',
      next: [
        'Мы покажем банковский счёт только для этого заказа',
        'Переведите точно эту сумму',
        'Страница обновится сама',
      ],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney (предоплаченный код)',
      called: 'WebMoney (Япония)',
      quiet: 'Код с японской карты или распечатки',
      next: ['Мы откроем страницу оплаты', 'Введите там предоплаченный код', 'Вы вернётесь сюда'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer (Light)',
      called: 'WebMoney Transfer',
      quiet: 'На странице WebMoney Transfer',
      next: ['Мы откроем страницу WebMoney Transfer', 'Войдите и оплатите из своего кошелька', 'Вы вернётесь сюда'],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer (Classic)',
      called: 'WebMoney Transfer',
      quiet: 'По счёту в вашем Keeper',
      next: [
        'Введите WMID из 12\u00a0цифр',
        'Мы отправим счёт в ваш Keeper',
        'Оплатите его там. Страница обновится сама.',
      ],
    }),
  },
  picker: {
    legend: 'Способ оплаты',
    required: 'Выберите способ оплаты.',
    choose: 'Выберите способ оплаты',
    pay: (brand) => `Оплатить через ${brand}`,
    issue: 'Получить номер для оплаты',
    account: 'Показать счёт для перевода',
    continue: 'Продолжить',
    notChargedYet: 'Деньги пока не списываются.',
    sending: 'Подождите…',
    none: 'Сейчас для этого заказа нет доступных способов оплаты.',
    limitMin: (amount) => `От ${amount}`,
    limitMax: (amount) => `До ${amount}`,
    onlyFor: (currencies) => `Валюта: только ${list.format(currencies).replace('казахский тенге', 'тенге')}`,
    device: 'Недоступно на этом устройстве',
    notNow: 'Сейчас недоступно',
    ways: (n) => count(n, 'способ', 'способа', 'способов'),
    search: 'Поиск по названию или стране',
    clear: 'Очистить поиск',
    noHit: (query) => `По запросу «${query}» ничего не найдено`,
    offered: (sections) => `Доступно: ${sections}`,
    hits: (n) => count(n, 'способ оплаты', 'способа оплаты', 'способов оплаты'),
    showAll: 'Показать все',
  },
  loading: 'Загрузка',
  failure: { title: 'Не удалось загрузить способы оплаты', retry: 'Загрузить снова' },
};
export default texts;
