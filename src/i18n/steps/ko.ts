import result from '../results/ko.js';
import type { StepTexts } from '../step-texts.js';

const texts: StepTexts = {
  otherMethod: '다른 결제 수단 선택',

  close: '닫기',

  support: (code) => `문의용 코드: ${code}`,

  trouble: {
    offline: '인터넷에 연결되어 있지 않은 것 같습니다. 연결을 확인한 뒤 다시 시도해 주세요.',
    server: '쇼핑몰의 결제 서버가 응답하지 않았습니다. 잠시 후 다시 시도해 주세요.',
    untrusted: '받은 내용을 확인할 수 없어 표시하지 않았습니다. 쇼핑몰로 돌아가 결제 화면을 다시 열어 주세요.',
    tellShop: '문제가 계속되면 쇼핑몰에 이 코드를 알려 주세요.',
    confirm: {
      expired: '이 결제 화면의 유효 시간이 지났습니다. 쇼핑몰에서 다시 시작해 주세요.',
      inProgress: '이 주문의 결제가 이미 진행 중입니다.',
      unavailable: '이 주문에는 사용할 수 없는 결제 수단입니다. 다른 결제 수단을 선택해 주세요.',
      input: '입력한 내용을 확인한 뒤 다시 시도해 주세요.',
      other: '처리되지 않았습니다. 금액은 청구되지 않았습니다. 다시 시도해 주세요.',
    },
  },

  wait: {
    title: '결제를 확인하고 있습니다',
    text: '잠시 시간이 걸립니다. 화면이 자동으로 바뀌니 그대로 열어 두셔도 됩니다.',
    status: '결제를 기다리고 있습니다',
    offline: '오프라인 상태입니다. 다시 연결되면 결제 상태를 확인합니다.',
    polling: '실시간 연결이 끊겼습니다. 몇 초마다 결제 상태를 확인하고 있습니다.',
  },

  unsupported: {
    title: '쇼핑몰에서 계속해 주세요',
    text: '이 화면에서는 다음 단계를 표시할 수 없습니다. 쇼핑몰 화면에서 계속 진행해 주세요.',
    toShop: '쇼핑몰로 이동',
  },

  redirect: {
    title: (called) => `${called} 페이지로 이동합니다`,
    host: '이동할 주소',
    soon: '잠시 후 자동으로 이동합니다',
    button: (called) => `${called} 결제 페이지로 이동`,
    again: (called) => `${called} 결제 페이지로 다시 이동`,
    blockedTitle: '페이지가 자동으로 열리지 않았습니다',
    blocked: '브라우저에서 페이지를 자동으로 열지 못했습니다. 아래 버튼을 눌러 주세요.',
    refusedTitle: '이 페이지를 열 수 없습니다',
    refused: '이 쇼핑몰에서 사용하는 결제 주소가 아니어서 아무것도 보내지 않았습니다. 다른 결제 수단을 선택해 주세요.',
    backTitle: '결제가 아직 끝나지 않았습니다',
    back: (called) =>
      `${called} 페이지에서 돌아왔습니다. 그 페이지에서 결제를 계속하거나 다른 결제 수단을 선택해 주세요.`,
    deadline: (time) => `${time}까지 해당 페이지에서 결제해 주세요.`,
    payWithin: (page, minutes) =>
      `${page} 페이지가 열린 뒤 *${minutes}분 안에* 결제해 주세요. 시간이 지나면 자동으로 종료됩니다.`,
    before: {
      webmoneyPrepaid: 'WebMoney의 *쇼핑 보호 기능*(ショッピングプロテクション)을 사용 중이라면 먼저 해제해 주세요.',
    },
    unsendable: '보낼 내용에 문제가 있어 아무것도 보내지 않았습니다. 다른 결제 수단을 선택해 주세요.',
  },

  payer: {
    title: '결제자 정보 입력',
    why: (called) => `${called} 결제를 처리하는 회사에서 요청하는 정보입니다. 주문과 함께 해당 회사로 전송됩니다.`,
    labels: { name: '성명', firstName: '이름', lastName: '성', phone: '전화번호', email: '이메일 주소' },
    missing: {
      name: '성명을 입력해 주세요.',
      firstName: '이름을 입력해 주세요.',
      lastName: '성을 입력해 주세요.',
      phone: '전화번호를 입력해 주세요.',
      email: '이메일 주소를 입력해 주세요.',
    },
    wrong: {
      name: '기호나 이모지 없이 글자로 입력해 주세요.',
      phone: '전화번호를 6~15자리 숫자로 모두 입력해 주세요. 앞에 +를 붙여도 됩니다.',
      email: '이메일 주소를 확인해 주세요. 예: name@example.com',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: '이 WMID로 청구서를 보냅니다. WMID는 WebMoney Keeper에서 확인할 수 있습니다.',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `12자리 중 ${digits}자리 입력`,
    missing: (digits) => `${digits}자리가 부족합니다. WMID는 12자리 숫자입니다.`,
    tooMany: (digits) => `${digits}자리가 더 입력되었습니다. WMID는 12자리 숫자입니다.`,
    onlyDigits: 'WMID는 숫자로만 되어 있습니다. 영문자로 시작하는 지갑 번호는 필요하지 않습니다.',
    empty: 'WMID(12자리 숫자)를 입력해 주세요.',
    send: '청구서 보내기',
    title: 'Keeper로 청구서를 보냈습니다',
    invoiceAmount: 'Keeper 청구 금액',
    orderAmount: '주문 금액',
    steps: [
      'WebMoney Keeper 열기',
      '청구서(Invoices) → 받은 청구서(Incoming)에서 이 금액을 찾아 결제',
      'SMS 또는 E-num으로 확인',
    ],
    sentTo: '청구서를 보낸 WMID',
    copyWmid: 'WMID',
    waiting: 'Keeper에서 결제하시기를 기다리고 있습니다. 완료되면 이 화면이 자동으로 바뀝니다.',
    change: 'WMID 변경',
    invoiceId: '청구서 번호',
    copyInvoiceId: '청구서 번호',
  },

  countdown: {
    before: '남은 시간',
    after: '',
    days: (days, clock) => `${days}일 ${clock}`,
    until: (time) => `${time}까지`,
    spoken: ({ days, hours, minutes, seconds }) =>
      [
        '남은 시간',
        days > 0 ? `${days}일` : '',
        hours > 0 ? `${hours}시간` : '',
        minutes > 0 ? `${minutes}분` : '',
        days + hours + minutes === 0 ? `${seconds}초` : '',
      ]
        .filter(Boolean)
        .join(' '),
    checking: '시간이 지났습니다. 다시 한번 확인하고 있습니다.',
    over: '시간이 만료되었습니다',
    zone: (name) => `(${name})`,
  },

  copy: {
    copy: '복사',
    copied: '복사됨',
    failed: '복사하지 못했습니다. 선택된 숫자를 길게 눌러 복사해 주세요.',
    label: (what) => `${what} 복사`,
  },

  result,

  pages: {
    wallet: (called) => `Alipay+ 페이지에서 ${called} 결제를 진행한 뒤 이 화면으로 돌아옵니다.`,
    app: (called) => `${called} 앱에서 결제를 승인한 뒤 이 화면으로 돌아옵니다.`,
    webmoneyPrepaid: () => 'SB Payment Service 페이지에서 선불 번호를 입력한 뒤 이 화면으로 돌아옵니다.',
    webmoneyLight: () => 'WebMoney Transfer 페이지에서 로그인해 결제한 뒤 이 화면으로 돌아옵니다.',
    webmoneyClassic: () => '이동한 페이지에서 WMID를 입력한 다음, Keeper로 받은 청구서를 결제합니다.',
  },
};
export default texts;
