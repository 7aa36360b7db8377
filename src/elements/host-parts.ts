// Second-level names that registries of two-letter countries hand out under: shop.co.jp, shop.com.hk.
const REGISTRY_NAMES = /^(ac|co|com|edu|go|gov|ne|net|or|org)$/;
const ADDRESS = /^\[|^\d+(\.\d+){3}$/;

/**
 * A host cut before the part that someone registered, which is the part a reader should look at:
 * `pay.example.co.jp:8443` → `['pay.', 'example.co.jp:8443']`. Internationalised names stay in their ASCII form.
 */
export function hostParts(host: string): [before: string, registered: string] {
  if (ADDRESS.test(host.replace(/:\d+$/, ''))) return ['', host];
  const labels = host.split('.');
  const country = /^[a-z]{2}(:\d+)?$/.test(labels.at(-1) ?? '');
  const kept = country && REGISTRY_NAMES.test(labels.at(-2) ?? '') ? 3 : 2;
  const registered = labels.slice(-kept).join('.');
  return [host.slice(0, host.length - registered.length), registered];
}
