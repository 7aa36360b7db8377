import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('vi', { type: 'conjunction' });
/** Names of currencies have no capital inside a sentence: `yên Nhật`, `đô la Mỹ`. Codes keep theirs. */
const inside = (name: string) => name.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

const texts: ChoiceTexts = {
  lang: 'vi',
  amountDue: 'Số tiền thanh toán',
  order: (id) => `Đơn hàng ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: 'Ví điện tử nước ngoài' },
    konbini: { name: 'Cửa hàng tiện lợi', note: 'Tiền mặt' },
    appPay: { name: 'Ứng dụng thanh toán Nhật Bản', note: '' },
    bankTransfer: { name: 'Chuyển khoản', note: 'Tại Nhật Bản' },
    prepaid: { name: 'Mã trả trước', note: 'Mua tại Nhật Bản' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'Ví điện tử WM' },
    other: { name: 'Phương thức khác', note: '' },
  },
  regions: {
    CN: 'Trung Quốc',
    HK: 'Hồng Kông',
    MY: 'Malaysia',
    ID: 'Indonesia',
    PH: 'Philippines',
    KR: 'Hàn Quốc',
    TH: 'Thái Lan',
  },
  kiosks: { multicopy: 'máy photocopy đa năng', loppi: 'máy Loppi' },
  wallets: { scan: 'Quét mã để thanh toán', login: 'Đăng nhập để thanh toán' },
  briefly: { scan: 'Quét mã', login: 'Đăng nhập' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'Bạn được chuyển đến trang Alipay+',
        how === 'scan'
          ? `Ứng dụng ${name} mở ra, hoặc bạn quét mã bằng ứng dụng đó`
          : `Bạn đăng nhập ${name}, hoặc ứng dụng mở ra`,
        'Hoàn tất trong vòng 10 phút',
      ],
    }),
    register: () => ({
      quiet: 'Đưa mã số tại quầy thu ngân',
      next: [
        'Bạn nhận mã thanh toán',
        'Đọc mã tại quầy thu ngân của bất kỳ cửa hàng nào cùng chuỗi',
        'Trả bằng tiền mặt',
      ],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `Tại ${kiosk}`,
      next: ['Bạn nhận mã thanh toán', `In phiếu tại ${kiosk}`, 'Trả tiền mặt tại quầy thu ngân trong vòng 30 phút'],
    }),
    app: ({ name }) => ({
      quiet: 'Xác nhận trong ứng dụng',
      next: [`Bạn được chuyển đến trang ${name}`, 'Xác nhận thanh toán trong ứng dụng', 'Bạn quay lại trang này'],
    }),
    bank: () => ({
      quiet: 'Vào tài khoản riêng cho đơn hàng',
      next: [
        'Chúng tôi hiển thị tài khoản chỉ dùng cho đơn hàng này',
        'Chuyển đúng số tiền này',
        'Trang này tự cập nhật',
      ],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney (mã trả trước)',
      called: 'WebMoney trả trước',
      quiet: 'Mã trên thẻ hoặc phiếu mua tại Nhật',
      next: ['Bạn được chuyển đến trang thanh toán', 'Nhập mã trả trước tại đó', 'Bạn quay lại trang này'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer (Light)',
      called: 'WebMoney Transfer',
      quiet: 'Trên trang WebMoney Transfer',
      next: [
        'Bạn được chuyển đến trang WebMoney Transfer',
        'Đăng nhập và thanh toán từ ví của bạn',
        'Bạn quay lại trang này',
      ],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer (Classic)',
      called: 'WebMoney Transfer',
      quiet: 'Trả hóa đơn gửi đến Keeper của bạn',
      next: [
        'Nhập WMID gồm 12 chữ số',
        'Chúng tôi gửi hóa đơn đến Keeper của bạn',
        'Thanh toán tại đó. Trang này tự cập nhật.',
      ],
    }),
  },
  picker: {
    legend: 'Phương thức thanh toán',
    required: 'Vui lòng chọn phương thức thanh toán.',
    choose: 'Chọn phương thức thanh toán',
    pay: (brand) => `Thanh toán bằng ${brand}`,
    issue: 'Lấy mã thanh toán',
    account: 'Xem tài khoản nhận tiền',
    continue: 'Tiếp tục',
    notChargedYet: 'Bạn chưa bị trừ tiền.',
    sending: 'Vui lòng chờ…',
    none: 'Hiện không có phương thức thanh toán nào cho đơn hàng này.',
    limitMin: (amount) => `Từ ${amount}`,
    limitMax: (amount) => `Tối đa ${amount}`,
    onlyFor: (currencies) => `Chỉ nhận ${list.format(currencies.map(inside))}`,
    device: 'Không dùng được trên thiết bị này',
    notNow: 'Hiện không dùng được',
    ways: (n) => `${n} phương thức`,
    search: 'Tìm theo tên hoặc quốc gia',
    clear: 'Xóa nội dung tìm',
    noHit: (query) => `Không tìm thấy “${query}”`,
    offered: (sections) => `Bạn có thể dùng: ${sections}`,
    hits: (n) => `${n} phương thức thanh toán`,
    showAll: 'Xem tất cả',
  },
  loading: 'Đang tải',
  failure: { title: 'Không tải được phương thức thanh toán', retry: 'Tải lại' },
};
export default texts;
