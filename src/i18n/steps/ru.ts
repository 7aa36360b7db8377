import { count } from '../choice/ru.js';
import result from '../results/ru.js';
import type { StepTexts } from '../step-texts.js';

/** After `в течение` and `не хватает`, where two and five take the same form. */
const lack = (n: number, one: string, many: string) => count(n, one, many, many);
const days = (n: number) => count(n, 'день', 'дня', 'дней');

const texts: StepTexts = {
  otherMethod: 'Выбрать другой способ',

  close: 'Закрыть',

  support: (code) => `Код для поддержки: ${code}`,

  trouble: {
    offline: 'Похоже, нет подключения к интернету. Проверьте связь и попробуйте снова.',
    server: 'Платёжный сервер магазина не ответил. Попробуйте снова чуть позже.',
    untrusted:
      'Не удалось проверить полученные данные, поэтому они не показаны. Вернитесь в магазин и откройте оплату заново.',
    tellShop: 'Если ошибка повторяется, сообщите магазину этот код.',
    confirm: {
      expired: 'Время на эту оплату истекло. Начните заново из магазина.',
      inProgress: 'Оплата этого заказа уже выполняется.',
      unavailable: 'Этот способ не подходит для этого заказа. Выберите другой.',
      input: 'Проверьте введённые данные и попробуйте снова.',
      other: 'Не получилось. Деньги не списаны. Попробуйте снова.',
    },
  },

  wait: {
    title: 'Проверяем ваш платёж',
    text: 'Это займёт немного времени. Страница обновится сама, её можно оставить открытой.',
    status: 'Ждём оплату',
    offline: 'Нет связи с интернетом. Проверим платёж, как только она появится.',
    polling: 'Прямая связь с сервером прервалась. Проверяем каждые несколько секунд.',
  },

  unsupported: {
    title: 'Продолжите в магазине',
    text: 'Здесь нельзя показать следующий шаг. Он доступен на странице магазина.',
    toShop: 'Перейти в магазин',
  },

  redirect: {
    title: (called) => `Переход на страницу ${called}`,
    host: 'Адрес, который вы увидите',
    soon: 'Страница скоро откроется',
    button: (called) => `Перейти к ${called}`,
    again: (called) => `Снова перейти к ${called}`,
    blockedTitle: 'Страница не открылась сама',
    blocked: 'Браузер не открыл страницу автоматически. Нажмите кнопку ниже.',
    refusedTitle: 'Эту страницу нельзя открыть',
    refused:
      'Этот магазин не направляет покупателей на такой адрес, поэтому ничего не отправлено. Выберите другой способ.',
    backTitle: 'Оплата ещё не завершена',
    back: (called) => `Вы вернулись со страницы ${called}. Продолжите там или выберите другой способ.`,
    deadline: (time) => `Оплатите там до ${time}.`,
    payWithin: (page, minutes) =>
      `Оплатите *в течение ${lack(minutes, 'минуты', 'минут')}* после открытия страницы ${page}. Затем она закроется сама.`,
    before: {
      webmoneyPrepaid: 'Если в WebMoney у вас включена *защита покупок (Shopping Protection)*, сначала отключите её.',
    },
    unsendable: 'Данные для отправки повреждены, поэтому ничего не отправлено. Выберите другой способ.',
  },

  payer: {
    title: 'Ваши данные для этого платежа',
    why: (called) =>
      `Эти данные запрашивает компания, которая проводит платежи через ${called}. Они передаются ей вместе с заказом.`,
    labels: {
      name: 'Имя и фамилия',
      firstName: 'Имя',
      lastName: 'Фамилия',
      phone: 'Номер телефона',
      email: 'Электронная почта',
    },
    missing: {
      name: 'Введите имя и фамилию.',
      firstName: 'Введите имя.',
      lastName: 'Введите фамилию.',
      phone: 'Введите номер телефона.',
      email: 'Введите адрес электронной почты.',
    },
    wrong: {
      name: 'Введите имя буквами, без знаков и эмодзи.',
      phone: 'Введите номер телефона полностью: от 6 до 15 цифр, можно с «+» в начале.',
      email: 'Проверьте адрес почты. Он выглядит так: name@example.com.',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: 'На него придёт счёт. Свой WMID вы найдёте в WebMoney Keeper.',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `Введено цифр: ${digits} из 12`,
    missing: (digits) => `Не хватает ${lack(digits, 'цифры', 'цифр')}. В WMID 12 цифр.`,
    tooMany: (digits) => `${count(digits, 'лишняя цифра', 'лишние цифры', 'лишних цифр')}. В WMID 12 цифр.`,
    onlyDigits: 'WMID состоит только из цифр. Номер кошелька начинается с буквы и здесь не нужен.',
    empty: 'Введите WMID: 12 цифр.',
    send: 'Отправить счёт',
    title: 'Счёт отправлен в ваш Keeper',
    invoiceAmount: 'Счёт в Keeper',
    orderAmount: 'Сумма заказа',
    steps: [
      'Откройте WebMoney Keeper',
      '«Счета» → «Входящие»: выберите счёт на эту сумму и нажмите «Оплатить»',
      'Подтвердите по SMS или через E-num',
    ],
    sentTo: 'Отправлен на WMID',
    copyWmid: 'WMID',
    waiting: 'Ждём оплату в Keeper. Страница обновится сама.',
    change: 'Изменить WMID',
    invoiceId: 'Номер счёта',
    copyInvoiceId: 'номер счёта',
  },

  countdown: {
    before: 'Осталось',
    after: '',
    days: (n, clock) => `${days(n)} ${clock}`,
    until: (time) => `до ${time}`,
    spoken: ({ days: whole, hours, minutes, seconds }) =>
      'Осталось: ' +
      [
        whole > 0 ? days(whole) : '',
        hours > 0 ? count(hours, 'час', 'часа', 'часов') : '',
        minutes > 0 ? count(minutes, 'минута', 'минуты', 'минут') : '',
        whole + hours + minutes === 0 ? count(seconds, 'секунда', 'секунды', 'секунд') : '',
      ]
        .filter(Boolean)
        .join(' '),
    checking: 'Время вышло. Проверяем ещё раз…',
    over: 'Время истекло',
    // Intl names the country alone
    zone: (name) => (name === 'Япония' ? '(по японскому времени)' : `(${name})`),
  },

  copy: {
    copy: 'Копировать',
    copied: 'Скопировано',
    failed: 'Не удалось скопировать. Нажмите и удерживайте выделенные цифры.',
    label: (what) => `Копировать ${what}`,
  },

  result,

  pages: {
    wallet: (called) => `Вы оплатите через ${called} на странице Alipay+ и вернётесь сюда.`,
    app: (called) => `Вы подтвердите оплату в приложении ${called} и вернётесь сюда.`,
    webmoneyPrepaid: () => 'Вы введёте предоплаченный номер на странице SB Payment Service и вернётесь сюда.',
    webmoneyLight: () => 'Вы войдёте в кошелёк на странице WebMoney Transfer, оплатите и вернётесь сюда.',
    webmoneyClassic: () => 'Там вы введёте WMID, а затем оплатите счёт в своём Keeper.',
  },
};
export default texts;
