import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('ko', { type: 'conjunction' });

/*
 * Names are in Latin letters, so how they end when spoken can't be told from their spelling. They are followed by a
 * noun (`GCash 앱으로`) or by a particle that has one form (`GCash에서`), never by one that has two.
 */
const texts: ChoiceTexts = {
  lang: 'ko',
  amountDue: '결제 금액',
  order: (id) => `주문 ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: '각국 간편결제' },
    konbini: { name: '일본 편의점', note: '현금 결제' },
    appPay: { name: '일본 간편결제', note: '' },
    bankTransfer: { name: '무통장입금', note: '일본 은행' },
    prepaid: { name: '선불 번호', note: '일본 발행' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'WM 전자지갑' },
    other: { name: '그 외 결제 수단', note: '' },
  },
  regions: {
    CN: '중국',
    HK: '홍콩',
    MY: '말레이시아',
    ID: '인도네시아',
    PH: '필리핀',
    KR: '한국',
    TH: '태국',
  },
  kiosks: { multicopy: '멀티복사기', loppi: 'Loppi 단말기' },
  wallets: { scan: 'QR 스캔 결제', login: '로그인 후 결제' },
  briefly: { scan: 'QR 스캔', login: '로그인' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'Alipay+ 페이지로 이동합니다',
        how === 'scan'
          ? `${name} 앱이 열립니다. 열리지 않으면 앱으로 QR 코드를 스캔합니다`
          : `${name}에 로그인합니다. 앱이 열리면 앱에서 진행합니다`,
        '10분 안에 결제를 마쳐 주세요',
      ],
    }),
    register: () => ({
      quiet: '계산대에서 번호 제시',
      next: ['결제 번호를 발급합니다', '가까운 매장 계산대에서 번호를 제시합니다', '현금으로 결제합니다'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `매장 ${kiosk}에서 접수`,
      next: [
        '결제 번호를 발급합니다',
        `매장 ${kiosk}에서 전표를 출력합니다`,
        '30분 안에 계산대에서 현금으로 결제합니다',
      ],
    }),
    app: ({ name }) => ({
      quiet: '앱에서 결제 승인',
      next: [`${name} 페이지로 이동합니다`, '앱에서 결제를 승인합니다', '이 화면으로 돌아옵니다'],
    }),
    bank: () => ({
      quiet: '고객님 전용 계좌로 입금',
      next: [
        '이 주문 전용 계좌를 안내합니다',
        '표시된 금액을 정확히 입금합니다',
        '입금이 확인되면 화면이 자동으로 바뀝니다',
      ],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney(선불 번호)',
      called: 'WebMoney 선불',
      quiet: '카드·용지에 적힌 번호',
      next: ['결제 페이지로 이동합니다', '그곳에서 선불 번호를 입력합니다', '이 화면으로 돌아옵니다'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer(Light)',
      called: 'WebMoney Transfer',
      quiet: '로그인해 지갑에서 결제',
      next: ['WebMoney Transfer 페이지로 이동합니다', '로그인해 지갑에서 결제합니다', '이 화면으로 돌아옵니다'],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer(Classic)',
      called: 'WebMoney Transfer',
      quiet: 'Keeper로 받은 청구서 결제',
      next: [
        '12자리 WMID를 입력합니다',
        'Keeper로 청구서를 보냅니다',
        'Keeper에서 결제하면 이 화면이 자동으로 바뀝니다',
      ],
    }),
  },
  picker: {
    legend: '결제 수단',
    required: '결제 수단을 선택해 주세요.',
    choose: '결제 수단 선택',
    pay: (brand) => `${brand} 결제하기`,
    issue: '결제 번호 발급받기',
    account: '입금 계좌 보기',
    continue: '계속하기',
    notChargedYet: '이 단계에서는 결제되지 않습니다.',
    sending: '처리 중입니다',
    none: '현재 이 주문에 사용할 수 있는 결제 수단이 없습니다.',
    limitMin: (amount) => `${amount}부터 이용 가능`,
    limitMax: (amount) => `${amount}까지 이용 가능`,
    onlyFor: (currencies) => `${list.format(currencies)} 전용`,
    device: '이 기기에서는 이용할 수 없습니다',
    notNow: '현재 이용할 수 없습니다',
    ways: (n) => `${n}가지`,
    search: '이름 또는 국가·지역 검색',
    clear: '검색어 지우기',
    noHit: (query) => `“${query}” 검색 결과가 없습니다`,
    offered: (sections) => `이용할 수 있는 결제 수단: ${sections}`,
    hits: (n) => `결제 수단 ${n}가지`,
    showAll: '전체 보기',
  },
  loading: '불러오는 중',
  failure: { title: '결제 수단을 불러오지 못했습니다', retry: '다시 불러오기' },
};
export default texts;
