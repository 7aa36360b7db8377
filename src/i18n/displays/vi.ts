import type { DisplayTexts } from '../display-texts.js';

const list = new Intl.ListFormat('vi', { type: 'conjunction' });

const texts: DisplayTexts = {
  qr: {
    scan: (called) => `Quét mã này bằng ${called}`,
    image: (called, amount) => `Mã QR để quét bằng ${called}. ${amount}`,
    steps: (called) => [`Mở ${called} trên điện thoại`, 'Quét mã này', 'Kiểm tra số tiền và xác nhận'],
    charged: (amount) => `Số tiền phải trả là ${amount}. Ví của bạn sẽ hiển thị tỷ giá.`,
    openApp: (called) => `Mở ${called}`,
    openPage: 'Mở trang thanh toán',
    save: 'Lưu ảnh',
    saveFailed: 'Không lưu được ảnh. Vui lòng chụp màn hình.',
    soon: 'Mã sắp hết hạn. Nếu không kịp, bạn có thể lấy mã mới.',
    over: 'Mã này không còn hiệu lực',
    unless: (called) => `Nếu ${called} không ghi nhận giao dịch thì bạn không bị trừ tiền.`,
    again: 'Thử lại',
    refusedTitle: 'Không thể hiển thị mã',
    refused: 'Mã nhận về bị lỗi hoặc quá lớn nên không được hiển thị. Vui lòng thanh toán bằng cách khác.',
  },

  slip: {
    left: ({ days, hours, minutes, seconds }) => {
      if (days > 0) return `Còn ${days} ngày`;
      if (hours > 0) return `Còn ${hours} giờ ${minutes} phút`;
      return minutes > 0 ? `Còn ${minutes} phút` : `Còn ${seconds} giây`;
    },
    newTab: 'mở trong tab mới',
    inYen: (onPage) =>
      onPage
        ? 'Bạn thanh toán bằng yên Nhật. Trang thanh toán hiển thị số tiền bằng yên.'
        : 'Bạn thanh toán bằng yên Nhật. Vui lòng hỏi cửa hàng số tiền bằng yên.',
  },

  konbini: {
    cash: 'Trả tiền mặt tại quầy',
    deadline: 'Hạn thanh toán',
    numbers: {
      number: 'mã số',
      slip: 'số phiếu thanh toán',
      company: 'mã công ty',
      order: 'số đơn hàng',
      customer: 'mã khách hàng',
      collection: 'mã thanh toán',
      confirmation: 'mã xác nhận',
      reception: 'số tiếp nhận',
      phone: 'số điện thoại',
    },
    count: () => '',
    onPage: 'Trang thanh toán hiển thị các mã số để bạn thanh toán.',
    how: 'Cách thanh toán',
    first: {
      register: (words) => `Tại quầy thu ngân, nói “Thanh toán qua Internet” 「${words}」`,
      multicopy: (words) => `Trên máy photocopy đa năng, chọn “Thanh toán” 「${words}」`,
      loppi: (words) => `Trên máy Loppi, chọn “Tôi có mã số” 「${words}」`,
    },
    enter: (labels) => (labels.length === 2 ? 'Nhập cả hai mã số' : `Nhập ${list.format(labels)}`),
    show: (labels) => `Đưa hoặc đọc ${list.format(labels)} cho thu ngân`,
    showNote: 'Bạn cũng có thể đưa phiếu đã in',
    give: (labels) => `Nhập ${list.format(labels)} tại máy trong cửa hàng tiện lợi, hoặc đọc cho thu ngân`,
    slip: 'In phiếu',
    slipNote: (minutes) => `Đến quầy thu ngân *trong vòng ${minutes} phút*`,
    pay: 'Trả bằng tiền mặt',
    payNote: 'Giữ biên lai đến khi nhận được hàng',
    limit: (amount) => `Mỗi lần thanh toán tối đa ${amount}`,
    noKiosk: 'Không cần dùng máy nào trong cửa hàng tiện lợi',
    print: 'In trang này',
    waiting: 'Đang chờ bạn thanh toán. Kết quả hiện ở đây sau khi bạn trả tiền tại quầy.',
    paper: 'Cách thanh toán tại cửa hàng tiện lợi',
    paperNote:
      'Trả bằng tiền mặt, đủ số tiền trong một lần. Cửa hàng tiện lợi không hoàn tiền sau khi thanh toán: vui lòng liên hệ nơi bạn đặt hàng.',
    cut: 'Cắt tại đây',
  },

  bank: {
    own: 'Tài khoản dành riêng cho bạn',
    deadline: 'Hạn chuyển khoản',
    amount: 'Số tiền cần chuyển',
    copyAmount: 'số tiền',
    exact:
      'Vui lòng chuyển *đúng số tiền này*. Nếu thiếu, đơn hàng sẽ không được xác nhận; nếu thừa, cửa hàng sẽ liên hệ với bạn về phần dư. Bạn chịu phí của ngân hàng mình.',
    parts: {
      bank: 'ngân hàng',
      branch: 'chi nhánh',
      accountType: 'loại tài khoản',
      accountNumber: 'số tài khoản',
      holder: 'chủ tài khoản',
    },
    onPage: 'Trang thanh toán hiển thị tài khoản nhận tiền.',
    onlyThisOrder: 'Tài khoản này chỉ dùng cho đơn hàng này, không dùng được cho lần mua khác.',
    waiting: 'Đang chờ bạn chuyển khoản. Trang này tự cập nhật khi tiền đến.',
    short: 'Chưa nhận đủ số tiền',
    due: 'Số tiền thanh toán',
    received: 'Đã nhận',
    rest: 'Còn phải chuyển',
    restHow: 'Vui lòng chỉ chuyển phần còn thiếu vào chính tài khoản này.',
    waitingRest: 'Đang chờ bạn chuyển phần còn thiếu',
  },
};
export default texts;
