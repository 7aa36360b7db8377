import type { ChoiceTexts } from '../choice-texts.js';

const list = new Intl.ListFormat('th', { type: 'conjunction' });

const texts: ChoiceTexts = {
  lang: 'th',
  amountDue: 'ยอดที่ต้องชำระ',
  order: (id) => `คำสั่งซื้อ ${id}`,
  sections: {
    alipayPlus: { name: 'Alipay+', note: 'อีวอลเล็ตจากหลายประเทศ' },
    konbini: { name: 'ร้านสะดวกซื้อในญี่ปุ่น', note: 'เงินสด' },
    appPay: { name: 'แอปชำระเงินของญี่ปุ่น', note: '' },
    bankTransfer: { name: 'โอนเงินผ่านธนาคาร', note: 'ในญี่ปุ่น' },
    prepaid: { name: 'รหัสบัตรเติมเงิน', note: 'จากญี่ปุ่น' },
    webmoneyTransfer: { name: 'WebMoney Transfer', note: 'กระเป๋าเงิน WM' },
    other: { name: 'วิธีชำระเงินอื่น', note: '' },
  },
  regions: {
    CN: 'จีน',
    HK: 'ฮ่องกง',
    MY: 'มาเลเซีย',
    ID: 'อินโดนีเซีย',
    PH: 'ฟิลิปปินส์',
    KR: 'เกาหลีใต้',
    TH: 'ไทย',
  },
  kiosks: { multicopy: 'เครื่องถ่ายเอกสาร', loppi: 'ตู้บริการ Loppi' },
  wallets: { scan: 'สแกนเพื่อชำระเงิน', login: 'เข้าสู่ระบบเพื่อชำระเงิน' },
  briefly: { scan: 'สแกน', login: 'เข้าสู่ระบบ' },
  inRegion: (region, what) => `${region} · ${what}`,
  brands: {
    wallet: ({ name, how }) => ({
      quiet: '',
      next: [
        'ระบบจะพาคุณไปที่หน้า Alipay+',
        how === 'scan' ? `แอป ${name} จะเปิดขึ้น หรือใช้แอปสแกนคิวอาร์โค้ด` : `เข้าสู่ระบบ ${name} หรือแอปจะเปิดขึ้นเอง`,
        'ชำระให้เสร็จภายใน 10\u00a0นาที',
      ],
    }),
    register: () => ({
      quiet: 'แจ้งหมายเลขที่แคชเชียร์',
      next: ['ระบบจะออกหมายเลขชำระเงินให้', 'แจ้งหมายเลขที่แคชเชียร์สาขาใดก็ได้ในญี่ปุ่น', 'ชำระด้วยเงินสด'],
    }),
    kiosk: ({ kiosk }) => ({
      quiet: `ทำรายการที่${kiosk}`,
      next: ['ระบบจะออกหมายเลขชำระเงินให้', `ไปที่ร้าน แล้วพิมพ์สลิปจาก${kiosk}`, 'ชำระเงินสดที่แคชเชียร์ภายใน 30\u00a0นาที'],
    }),
    app: ({ name }) => ({
      quiet: 'ยืนยันในแอป',
      next: [`ระบบจะพาคุณไปที่หน้า ${name}`, 'ยืนยันการชำระเงินในแอป', 'ระบบจะพาคุณกลับมาที่หน้านี้'],
    }),
    bank: () => ({
      quiet: 'โอนเข้าบัญชีเฉพาะของคำสั่งซื้อนี้',
      next: ['ระบบจะแสดงบัญชีที่ใช้เฉพาะกับคำสั่งซื้อนี้', 'โอนเงินให้ตรงตามยอดนี้', 'หน้านี้จะอัปเดตเอง'],
    }),
    webmoneyPrepaid: () => ({
      name: 'WebMoney (บัตรเติมเงิน)',
      called: 'WebMoney แบบเติมเงิน',
      quiet: 'ใช้รหัสจากบัตรหรือใบรหัส',
      next: ['ระบบจะพาคุณไปที่หน้าชำระเงิน', 'กรอกรหัสบัตรเติมเงินที่หน้านั้น', 'ระบบจะพาคุณกลับมาที่หน้านี้'],
    }),
    webmoneyLight: () => ({
      name: 'WebMoney Transfer (Light)',
      called: 'WebMoney Transfer',
      quiet: 'เข้าสู่ระบบแล้วชำระจากกระเป๋าเงิน',
      next: ['ระบบจะพาคุณไปที่หน้า WebMoney Transfer', 'เข้าสู่ระบบแล้วชำระจากกระเป๋าเงินของคุณ', 'ระบบจะพาคุณกลับมาที่หน้านี้'],
    }),
    webmoneyClassic: () => ({
      name: 'WebMoney Transfer (Classic)',
      called: 'WebMoney Transfer',
      quiet: 'ชำระใบแจ้งหนี้ใน Keeper',
      next: ['กรอก WMID 12\u00a0หลัก', 'ระบบจะส่งใบแจ้งหนี้ไปยัง Keeper ของคุณ', 'ชำระใน Keeper แล้วหน้านี้จะอัปเดตเอง'],
    }),
  },
  picker: {
    legend: 'วิธีชำระเงิน',
    required: 'กรุณาเลือกวิธีชำระเงิน',
    choose: 'เลือกวิธีชำระเงิน',
    pay: (brand) => `ชำระด้วย ${brand}`,
    issue: 'รับหมายเลขชำระเงิน',
    account: 'ดูบัญชีสำหรับโอนเงิน',
    continue: 'ดำเนินการต่อ',
    notChargedYet: 'ขั้นตอนนี้ยังไม่มีการเรียกเก็บเงิน',
    sending: 'กำลังดำเนินการ',
    none: 'ขณะนี้ไม่มีวิธีชำระเงินที่ใช้กับคำสั่งซื้อนี้ได้',
    limitMin: (amount) => `ใช้ได้ตั้งแต่ ${amount}`,
    limitMax: (amount) => `ใช้ได้ไม่เกิน ${amount}`,
    onlyFor: (currencies) => `ใช้ได้เฉพาะ${list.format(currencies)}`,
    device: 'ใช้บนอุปกรณ์นี้ไม่ได้',
    notNow: 'ขณะนี้ใช้ไม่ได้',
    ways: (n) => `${n}\u00a0วิธี`,
    search: 'ค้นหาตามชื่อหรือประเทศ',
    clear: 'ล้างคำค้นหา',
    noHit: (query) => `ไม่พบ “${query}”`,
    offered: (sections) => `วิธีที่เลือกได้: ${sections}`,
    hits: (n) => `พบ ${n}\u00a0วิธี`,
    showAll: 'แสดงทั้งหมด',
  },
  loading: 'กำลังโหลด',
  failure: { title: 'โหลดวิธีชำระเงินไม่สำเร็จ', retry: 'โหลดอีกครั้ง' },
};
export default texts;
