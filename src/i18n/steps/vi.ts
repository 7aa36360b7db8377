import result from '../results/vi.js';
import type { StepTexts } from '../step-texts.js';

const texts: StepTexts = {
  otherMethod: 'Chọn phương thức khác',

  close: 'Đóng',

  support: (code) => `Mã hỗ trợ: ${code}`,

  trouble: {
    offline: 'Có vẻ bạn đang mất kết nối mạng. Vui lòng kiểm tra rồi thử lại.',
    server: 'Máy chủ thanh toán của cửa hàng không phản hồi. Vui lòng thử lại sau giây lát.',
    untrusted:
      'Không xác minh được dữ liệu nhận về nên dữ liệu không được hiển thị. Vui lòng quay lại cửa hàng và mở lại trang thanh toán.',
    tellShop: 'Nếu vẫn không được, vui lòng báo mã này cho cửa hàng.',
    confirm: {
      expired: 'Đã hết thời gian thanh toán. Vui lòng bắt đầu lại từ trang cửa hàng.',
      inProgress: 'Đơn hàng này đã có một giao dịch thanh toán đang được xử lý.',
      unavailable: 'Không thể dùng phương thức này cho đơn hàng này. Vui lòng chọn phương thức khác.',
      input: 'Vui lòng kiểm tra thông tin đã nhập và thử lại.',
      other: 'Chưa thực hiện được. Bạn không bị trừ tiền. Vui lòng thử lại.',
    },
  },

  wait: {
    title: 'Đang kiểm tra thanh toán của bạn',
    text: 'Việc này mất một chút thời gian. Trang sẽ tự cập nhật, bạn có thể để trang mở.',
    status: 'Đang chờ bạn thanh toán',
    offline: 'Bạn đang mất kết nối mạng. Chúng tôi sẽ kiểm tra thanh toán khi có mạng trở lại.',
    polling: 'Kết nối bị gián đoạn. Chúng tôi kiểm tra lại vài giây một lần.',
  },

  unsupported: {
    title: 'Tiếp tục trên trang cửa hàng',
    text: 'Trang này không hiển thị được bước tiếp theo. Vui lòng xem trên trang của cửa hàng.',
    toShop: 'Đến trang cửa hàng',
  },

  redirect: {
    title: (called) => `Bạn sắp được chuyển đến ${called}`,
    host: 'Địa chỉ bạn sẽ thấy',
    soon: 'Sắp chuyển trang',
    button: (called) => `Đến trang ${called}`,
    again: (called) => `Mở lại trang ${called}`,
    blockedTitle: 'Trang không tự mở',
    blocked: 'Trình duyệt không tự động mở trang. Vui lòng dùng nút bên dưới.',
    refusedTitle: 'Không thể mở trang này',
    refused:
      'Địa chỉ này không phải nơi thanh toán của cửa hàng nên không có gì được gửi đi. Vui lòng chọn phương thức khác.',
    backTitle: 'Thanh toán chưa hoàn tất',
    back: (called) => `Bạn vừa quay lại từ trang ${called}. Vui lòng tiếp tục tại đó hoặc chọn phương thức khác.`,
    deadline: (time) => `Vui lòng thanh toán tại đó trước ${time}.`,
    payWithin: (page, minutes) =>
      `Vui lòng thanh toán *trong vòng ${minutes} phút* sau khi trang ${page} mở. Quá thời gian này, trang sẽ tự đóng.`,
    before: {
      webmoneyPrepaid: 'Nếu bạn đang bật *Shopping Protection (bảo vệ mua sắm)* của WebMoney, vui lòng tắt trước.',
    },
    unsendable: 'Dữ liệu cần gửi bị lỗi nên không có gì được gửi đi. Vui lòng chọn phương thức khác.',
  },

  payer: {
    title: 'Thông tin của bạn để thanh toán',
    why: (called) =>
      `Công ty xử lý thanh toán qua ${called} yêu cầu thông tin này. Thông tin được gửi đến công ty đó cùng với đơn hàng.`,
    labels: {
      name: 'Họ và tên',
      firstName: 'Tên',
      lastName: 'Họ',
      phone: 'Số điện thoại',
      email: 'Địa chỉ email',
    },
    missing: {
      name: 'Vui lòng nhập họ và tên.',
      firstName: 'Vui lòng nhập tên.',
      lastName: 'Vui lòng nhập họ.',
      phone: 'Vui lòng nhập số điện thoại.',
      email: 'Vui lòng nhập địa chỉ email.',
    },
    wrong: {
      name: 'Vui lòng nhập tên bằng chữ cái, không dùng ký hiệu hay biểu tượng cảm xúc.',
      phone: 'Vui lòng nhập đầy đủ số điện thoại: 6 đến 15 chữ số, có thể thêm dấu + ở đầu.',
      email: 'Vui lòng kiểm tra địa chỉ email. Ví dụ: name@example.com.',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: 'Hóa đơn được gửi đến WMID này. Bạn có thể xem WMID trong WebMoney Keeper.',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `${digits} trên 12 chữ số`,
    missing: (digits) => `Còn thiếu ${digits} chữ số. WMID có 12 chữ số.`,
    tooMany: (digits) => `Thừa ${digits} chữ số. WMID có 12 chữ số.`,
    onlyDigits: 'WMID chỉ gồm chữ số. Số ví bắt đầu bằng chữ cái và không cần nhập ở đây.',
    empty: 'Vui lòng nhập WMID gồm 12 chữ số.',
    send: 'Gửi hóa đơn',
    title: 'Hóa đơn đã được gửi đến Keeper của bạn',
    invoiceAmount: 'Hóa đơn Keeper',
    orderAmount: 'Tổng đơn hàng',
    steps: [
      'Mở WebMoney Keeper',
      'Vào “Invoices” – “Incoming”, chọn hóa đơn có số tiền này và bấm “Pay”',
      'Xác nhận bằng SMS hoặc E-num',
    ],
    sentTo: 'Đã gửi đến WMID',
    copyWmid: 'WMID',
    waiting: 'Đang chờ bạn thanh toán trong Keeper. Trang này tự cập nhật.',
    change: 'Đổi WMID',
    invoiceId: 'Số hóa đơn',
    copyInvoiceId: 'số hóa đơn',
  },

  countdown: {
    before: 'Còn',
    after: '',
    days: (days, clock) => `${days} ngày ${clock}`,
    until: (time) => `đến ${time}`,
    spoken: ({ days, hours, minutes, seconds }) =>
      'Còn ' +
      [
        days > 0 ? `${days} ngày` : '',
        hours > 0 ? `${hours} giờ` : '',
        minutes > 0 ? `${minutes} phút` : '',
        days + hours + minutes === 0 ? `${seconds} giây` : '',
      ]
        .filter(Boolean)
        .join(' '),
    checking: 'Đã hết giờ. Đang kiểm tra lần nữa…',
    over: 'Đã hết thời gian',
    zone: (name) => `(${name.replace(/^Giờ/, 'giờ')})`,
  },

  copy: {
    copy: 'Sao chép',
    copied: 'Đã sao chép',
    failed: 'Không sao chép được. Vui lòng nhấn giữ các chữ số đã chọn.',
    label: (what) => `Sao chép ${what}`,
  },

  result,

  pages: {
    wallet: (called) => `Bạn thanh toán bằng ${called} trên trang Alipay+, rồi quay lại đây.`,
    app: (called) => `Bạn xác nhận thanh toán trong ứng dụng ${called}, rồi quay lại đây.`,
    webmoneyPrepaid: () => 'Bạn nhập mã trả trước trên trang của SB Payment Service, rồi quay lại đây.',
    webmoneyLight: () => 'Bạn đăng nhập và thanh toán trên trang WebMoney Transfer, rồi quay lại đây.',
    webmoneyClassic: () => 'Bạn nhập WMID tại đó, rồi thanh toán hóa đơn trong Keeper của mình.',
  },
};
export default texts;
