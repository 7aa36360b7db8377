import { count } from '../choice/ru.js';
import type { DisplayTexts } from '../display-texts.js';

const list = new Intl.ListFormat('ru', { type: 'conjunction' });
/** After `в течение` and `не хватает`, where two and five take the same form. */
const lack = (n: number, one: string, many: string) => count(n, one, many, many);
const days = (n: number) => count(n, 'день', 'дня', 'дней');

const texts: DisplayTexts = {
  qr: {
    scan: (called) => `Отсканируйте этот код в приложении ${called}`,
    image: (called, amount) => `QR-код для приложения ${called}. ${amount}`,
    steps: (called) => [`Откройте ${called} на телефоне`, 'Отсканируйте этот код', 'Проверьте сумму и подтвердите'],
    charged: (amount) => `Сумма к списанию: ${amount}. Курс обмена покажет кошелёк.`,
    openApp: (called) => `Открыть ${called}`,
    openPage: 'Открыть страницу оплаты',
    save: 'Сохранить картинку',
    saveFailed: 'Не удалось сохранить картинку. Сделайте снимок экрана.',
    soon: 'Код скоро перестанет действовать. Если не успеете, можно будет получить новый.',
    over: 'Этот код больше не действует',
    unless: (called) => `Если в ${called} нет записи о списании, деньги не списаны.`,
    again: 'Попробовать снова',
    refusedTitle: 'Код нельзя показать',
    refused: 'Полученный код повреждён или слишком велик, поэтому он не показан. Оплатите другим способом.',
  },

  slip: {
    left: ({ days: whole, hours, minutes, seconds }) => {
      if (whole > 0) return `ещё ${days(whole)}`;
      if (hours > 0) return `ещё ${hours}\u00a0ч ${minutes}\u00a0мин`;
      return minutes > 0 ? `ещё ${minutes}\u00a0мин` : `ещё ${seconds}\u00a0с`;
    },
    newTab: 'откроется в новой вкладке',
    inYen: (onPage) =>
      onPage
        ? 'Оплата\u00a0— в японских иенах. Сумма в иенах указана на странице оплаты.'
        : 'Оплата\u00a0— в японских иенах. Сумму в иенах уточните в магазине.',
  },

  konbini: {
    cash: 'Наличными на кассе',
    deadline: 'Оплатить до',
    numbers: {
      number: 'номер',
      slip: 'номер квитанции',
      company: 'код компании',
      order: 'номер заказа',
      customer: 'номер клиента',
      collection: 'номер для оплаты',
      confirmation: 'номер подтверждения',
      reception: 'номер заявки',
      phone: 'номер телефона',
    },
    count: () => '',
    onPage: 'Номера для оплаты указаны на странице оплаты.',
    how: 'Как оплатить',
    first: {
      register: (words) => `На кассе скажите: «Интернет-платёж» 「${words}」`,
      multicopy: (words) => `На копировальном автомате выберите «Оплата» 「${words}」`,
      loppi: (words) => `На терминале Loppi выберите «У меня есть номер» 「${words}」`,
    },
    enter: (labels) => (labels.length === 2 ? 'Введите оба номера' : `Введите ${list.format(labels)}`),
    show: (labels) => `Покажите или назовите ${list.format(labels)}`,
    showNote: 'Подойдёт и распечатка',
    give: (labels) => `Введите ${list.format(labels)} на автомате в комбини или назовите на кассе`,
    slip: 'Распечатайте квитанцию',
    slipNote: (minutes) => `Подойдите к кассе *в течение ${lack(minutes, 'минуты', 'минут')}*`,
    pay: 'Оплатите наличными',
    payNote: 'Сохраните чек до получения заказа',
    limit: (amount) => `Не более ${amount} за один платёж`,
    noKiosk: 'Автоматы в комбини не понадобятся',
    print: 'Распечатать',
    waiting: 'Ждём оплату. Она отобразится здесь, когда вы заплатите на кассе.',
    paper: 'Как оплатить в комбини',
    paperNote:
      'Оплатите наличными всю сумму сразу. После оплаты в комбини деньги не возвращают: обратитесь в интернет-магазин.',
    cut: 'Линия отреза',
  },

  bank: {
    own: 'Счёт только для вас',
    deadline: 'Перевести до',
    amount: 'Сумма перевода',
    copyAmount: 'сумму',
    exact:
      'Переведите *точно эту сумму*. Если придёт меньше, заказ не будет подтверждён; если больше, магазин свяжется с вами по поводу излишка. Комиссию своего банка оплачиваете вы.',
    parts: {
      bank: 'банк',
      branch: 'отделение',
      accountType: 'тип счёта',
      accountNumber: 'номер счёта',
      holder: 'имя владельца',
    },
    onPage: 'Счёт для перевода указан на странице оплаты.',
    onlyThisOrder: 'Этот счёт\u00a0— только для этого заказа. Для другой покупки он не подойдёт.',
    waiting: 'Ждём ваш перевод. Страница обновится сама, когда деньги поступят.',
    short: 'Поступила не вся сумма',
    due: 'К оплате',
    received: 'Поступило',
    rest: 'Осталось перевести',
    restHow: 'Переведите на тот же счёт только недостающую часть.',
    waitingRest: 'Ждём остаток перевода',
  },
};
export default texts;
