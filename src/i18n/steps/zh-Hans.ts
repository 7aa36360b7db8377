import { spaced } from '../choice/zh-Hans.js';
import result from '../results/zh-Hans.js';
import type { StepTexts } from '../step-texts.js';

const texts: StepTexts = {
  otherMethod: '选择其他支付方式',

  close: '关闭',

  support: (code) => `客服参考代码：${code}`,

  trouble: {
    offline: '您似乎已离线。请检查网络连接，然后重试。',
    server: '商家的支付服务器没有响应。请稍后重试。',
    untrusted: '收到的内容无法验证，因此未予显示。请返回商家，重新打开支付页面。',
    tellShop: '如果问题持续出现，请将以下代码告知商家。',
    confirm: {
      expired: '此支付页面已过期。请从商家页面重新开始。',
      inProgress: '此订单已有一笔付款正在处理中。',
      unavailable: '此订单无法使用该支付方式。请选择其他方式。',
      input: '请检查您输入的内容，然后重试。',
      other: '操作未完成，您未被扣款。请重试。',
    },
  },

  wait: {
    title: '正在确认您的付款',
    text: '这需要一点时间。页面会自动更新，保持打开即可。',
    status: '正在等待付款',
    offline: '您已离线。恢复连接后，我们会查询您的付款状态。',
    polling: '实时连接已中断。我们每隔几秒查询一次付款状态。',
  },

  unsupported: {
    title: '请在商家页面继续',
    text: '此页面无法显示下一步。请前往商家页面继续操作。',
    toShop: '前往商家页面',
  },

  redirect: {
    title: (called) => spaced(`即将前往${called}`),
    host: '您将看到的网址',
    soon: '即将自动跳转',
    button: (called) => spaced(`前往${called}付款页面`),
    again: (called) => spaced(`再次前往${called}付款页面`),
    blockedTitle: '页面未能自动打开',
    blocked: '您的浏览器未自动打开该页面。请点击下方按钮继续。',
    refusedTitle: '无法打开此页面',
    refused: '该网址不是此商家使用的支付网址，因此未发送任何内容。请选择其他支付方式。',
    backTitle: '您的付款尚未完成',
    back: (called) => spaced(`您已从${called}页面返回。您可以前往该页面继续付款，或选择其他支付方式。`),
    deadline: (time) => `请在 ${time} 前于该页面完成付款。`,
    payWithin: (page, minutes) =>
      spaced(`请在${page}页面打开后 *${minutes} 分钟内*完成付款。超过时间，支付将自动结束。`),
    before: { webmoneyPrepaid: '如果您开启了 WebMoney 的*购物保护功能*（ショッピングプロテクション），请先将其关闭。' },
    unsendable: '待发送的内容已损坏，因此未发送任何内容。请选择其他支付方式。',
  },

  payer: {
    title: '填写付款人信息',
    why: (called) => spaced(`处理${called}付款的公司需要这些信息。信息会随订单一并发送给该公司。`),
    labels: { name: '姓名', firstName: '名', lastName: '姓', phone: '电话号码', email: '电子邮箱' },
    missing: {
      name: '请输入姓名。',
      firstName: '请输入名。',
      lastName: '请输入姓。',
      phone: '请输入电话号码。',
      email: '请输入电子邮箱地址。',
    },
    wrong: {
      name: '请用文字填写，不要使用符号或表情。',
      phone: '请输入完整的电话号码：6 至 15 位数字，前面可以加 +。',
      email: '请检查电子邮箱地址，格式应类似 name@example.com。',
    },
  },

  keeper: {
    wmid: 'WMID',
    hint: '账单将发送到此 WMID。WMID 可在 WebMoney Keeper 中查看。',
    placeholder: '0000 0000 0000',
    count: (digits) => `${digits} / 12`,
    countSpoken: (digits) => `共 12 位，已输入 ${digits} 位`,
    missing: (digits) => `还差 ${digits} 位。WMID 为 12 位数字。`,
    tooMany: (digits) => `多输入了 ${digits} 位。WMID 为 12 位数字。`,
    onlyDigits: 'WMID 只包含数字。以字母开头的是钱包号码，此处不需要。',
    empty: '请输入 WMID（12 位数字）。',
    send: '发送账单',
    title: '账单已发送到您的 Keeper',
    invoiceAmount: 'Keeper 账单金额',
    orderAmount: '订单金额',
    steps: [
      '打开 WebMoney Keeper',
      '在 Invoices（账单）→ Incoming（收到）中选择此金额的账单并付款',
      '通过短信或 E-num 确认',
    ],
    sentTo: '账单已发送至 WMID',
    copyWmid: 'WMID',
    waiting: '正在等待您在 Keeper 中付款。完成后，此页面会自动更新。',
    change: '更改 WMID',
    invoiceId: '账单编号',
    copyInvoiceId: '账单编号',
  },

  countdown: {
    before: '剩余',
    after: '',
    days: (days, clock) => `${days} 天 ${clock}`,
    until: (time) => `${time} 截止`,
    spoken: ({ days, hours, minutes, seconds }) =>
      [
        '剩余',
        days > 0 ? `${days} 天` : '',
        hours > 0 ? `${hours} 小时` : '',
        minutes > 0 ? `${minutes} 分钟` : '',
        days + hours + minutes === 0 ? `${seconds} 秒` : '',
      ]
        .filter(Boolean)
        .join(' '),
    checking: '时间已到，正在再次查询',
    over: '已超时',
    zone: (name) => `(${name})`,
  },

  copy: {
    copy: '复制',
    copied: '已复制',
    failed: '无法复制。请长按选中的数字进行复制。',
    label: (what) => spaced(`复制${what}`),
  },

  result,

  pages: {
    wallet: (called) => spaced(`您将在 Alipay+ 页面使用${called}付款，完成后返回此页面。`),
    app: (called) => spaced(`您将在${called} App 中确认付款，完成后返回此页面。`),
    webmoneyPrepaid: () => '您将在 SB Payment Service 的页面上输入预付卡号，完成后返回此页面。',
    webmoneyLight: () => '您将在 WebMoney Transfer 页面上登录并付款，完成后返回此页面。',
    webmoneyClassic: () => '您将在该页面上输入 WMID，然后在 Keeper 中支付收到的账单。',
  },
};
export default texts;
