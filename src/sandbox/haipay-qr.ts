/** One EMVCo data object: two digits of id, two of length, the value. */
function tag(id: string, value: string): string {
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
}

/** CRC-16/CCITT-FALSE in four hexadecimal digits. `123456789` gives `29B1`. */
export function emvCrc(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? crc << 1 : ((crc << 1) ^ 0x1021) & 0xffff;
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Numeric ISO 4217 codes. */
const currencyCodes = { JPY: '392', USD: '840' } as const;

/**
 * A payload in the shape of an EMVCo merchant-presented code, as a make-believe shop in Tokyo would show it: dynamic,
 * with amount, intact. The document's own sample is a Philippine one and damaged, so nothing tells what Japan returns.
 * @param amount major units: `500`, `4.99`
 */
export function emvPayload(orderNo: string, amount: string, currency: 'JPY' | 'USD'): string {
  const open = [
    tag('00', '01'),
    tag('01', '12'),
    tag('26', tag('00', 'example.sandbox') + tag('01', orderNo)),
    tag('52', '5999'),
    tag('53', currencyCodes[currency]),
    tag('54', amount),
    tag('58', 'JP'),
    tag('59', 'SANDBOX SHOP'),
    tag('60', 'TOKYO'),
    tag('62', tag('05', orderNo)),
    '6304',
  ].join('');
  return open + emvCrc(open);
}

/**
 * The order number in a payload of {@link emvPayload}, as the make-believe wallet reads it.
 * @returns undefined for a payload that is damaged or of somebody else
 */
export function orderNoOf(payload: string): string | undefined {
  if (emvCrc(payload.slice(0, -4)) !== payload.slice(-4)) return undefined;
  return /0015example\.sandbox0116(\d{16})/.exec(payload)?.[1];
}
