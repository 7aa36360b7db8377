import type { DisplayTexts } from '../display-texts.js';

const list = new Intl.ListFormat('ko', { type: 'conjunction' });

const texts: DisplayTexts = {
  qr: {
    scan: (called) => `${called} 앱으로 스캔해 주세요`,
    image: (called, amount) => `${called} 앱으로 스캔할 QR 코드. ${amount}`,
    steps: (called) => [`휴대폰에서 ${called} 앱 열기`, '이 QR 코드 스캔', '금액을 확인하고 결제'],
    charged: (amount) => `청구 금액은 ${amount}입니다. 적용 환율은 앱에 표시됩니다.`,
    openApp: (called) => `${called} 앱 열기`,
    openPage: '결제 페이지 열기',
    save: '이미지 저장',
    saveFailed: '이미지를 저장하지 못했습니다. 화면을 캡처해 주세요.',
    soon: 'QR 코드가 곧 만료됩니다. 시간 안에 결제하지 못하면 새 코드를 받을 수 있습니다.',
    over: '이 QR 코드는 만료되었습니다',
    unless: (called) => `${called}에 결제 내역이 없다면 청구되지 않은 것입니다.`,
    again: '다시 시도',
    refusedTitle: 'QR 코드를 표시할 수 없습니다',
    refused: '받은 코드가 손상되었거나 너무 커서 표시하지 않았습니다. 다른 수단으로 결제해 주세요.',
  },

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `${days}일 남음`;
      if (hours > 0) return `${hours}시간 ${minutes}분 남음`;
      return minutes > 0 ? `${minutes}분 남음` : `${seconds}초 남음`;
    },
    newTab: '새 탭에서 열림',
    inYen: (onPage) =>
      onPage
        ? '일본 엔화로 결제합니다. 엔화 금액은 결제 페이지에 표시됩니다.'
        : '일본 엔화로 결제합니다. 엔화 금액은 쇼핑몰에 문의해 주세요.',
  },

  konbini: {
    cash: '매장에서 현금 결제',
    deadline: '결제 기한',
    numbers: {
      number: '번호',
      slip: '납부서 번호',
      company: '기업 코드',
      order: '주문 번호',
      customer: '고객 번호',
      collection: '수납 번호',
      confirmation: '확인 번호',
      reception: '접수 번호',
      phone: '전화번호',
    },
    count: () => '',
    onPage: '결제에 필요한 번호는 결제 페이지에 표시됩니다.',
    how: '결제 방법',
    first: {
      register: (words) => `계산대에서 「${words}」(인터넷 대금 결제)라고 말하기`,
      multicopy: (words) => `멀티복사기에서 「${words}」(대금 결제) 선택`,
      loppi: (words) => `Loppi 단말기에서 「${words}」(번호가 있는 고객) 선택`,
    },
    enter: (labels) => `${list.format(labels)} 입력`,
    show: (labels) => `직원에게 ${list.format(labels)} 보여 주기 또는 말하기`,
    showNote: '출력한 납부서를 보여 주셔도 됩니다',
    give: (labels) => `매장 단말기에 ${list.format(labels)} 입력, 또는 계산대에서 말하기`,
    slip: '전표 출력',
    slipNote: (minutes) => `출력한 뒤 *${minutes}분 안에* 계산대에서 결제해 주세요`,
    pay: '현금으로 결제',
    payNote: '상품을 받을 때까지 영수증을 보관해 주세요',
    limit: (amount) => `1회 결제 한도는 ${amount}입니다`,
    noKiosk: '매장 단말기를 조작할 필요가 없습니다',
    print: '인쇄',
    waiting: '결제를 기다리고 있습니다. 계산대에서 결제하면 여기에 표시됩니다.',
    paper: '편의점 결제 안내',
    paperNote:
      '현금으로 한 번에 결제해 주세요. 결제 후 환불은 매장에서 처리하지 않습니다. 환불은 쇼핑몰에 문의해 주세요.',
    cut: '절취선',
  },

  bank: {
    own: '고객님 전용 계좌',
    deadline: '입금 기한',
    amount: '입금할 금액',
    copyAmount: '금액',
    exact:
      '*정확히 이 금액*을 입금해 주세요. 금액이 부족하면 주문이 확정되지 않으며, 초과 입금하신 금액에 대해서는 쇼핑몰에서 연락드립니다. 은행 수수료는 고객님 부담입니다.',
    parts: { bank: '은행', branch: '지점', accountType: '예금 종류', accountNumber: '계좌번호', holder: '예금주' },
    onPage: '입금할 계좌는 결제 페이지에 표시됩니다.',
    onlyThisOrder: '이번 주문 전용 계좌입니다. 다른 구매에는 사용할 수 없습니다.',
    waiting: '입금을 기다리고 있습니다. 입금이 확인되면 이 화면이 자동으로 바뀝니다.',
    short: '입금액이 부족합니다',
    due: '결제 금액',
    received: '입금액',
    rest: '추가로 입금할 금액',
    restHow: '부족한 금액만 같은 계좌로 입금해 주세요.',
    waitingRest: '나머지 금액의 입금을 기다리고 있습니다',
  },
};
export default texts;
