import type { Book, ShopOrder, ShopPayout } from '../book.js';
import { nextPayoutId } from '../book.js';
import { shopLanguage, textsFor } from '../visit.js';
import type { Visit } from '../visit.js';
import type { Brands } from './brands.js';
import { clientBundle } from './client-bundle.js';
import { payoutWish, refundWish } from './deeds.js';
import { createDoor, isOurForm } from './door.js';
import { rowsOf, stampOf } from './ledger.js';
import { createLiveBooks } from './live.js';
import { createOfficeBff, Refused } from './office-bff.js';
import { downPage, loginPage, officePage } from './page.js';
import { hrefOf, officeTexts, readLook } from './view.js';
import type { Look, Panel, Trouble } from './view.js';

/** How the office is set up. */
export interface OfficeOptions {
  /** The shop's own URL. */
  url: string;
  bffUrl: string;
  /** The shop server's key for the BFF. It never reaches a page. */
  apiKey: string;
  officeKey: string;
  orders: Book<ShopOrder>;
  payouts: Book<ShopPayout>;
  brands: Brands;
}

/** The shop's back office. */
export interface Office {
  /** Answers what is below `/back-office`. */
  (request: Request, visit: Visit): Promise<Response>;
  /** Ends what keeps pages up to date. */
  close(): void;
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
  'cache-control': 'no-store',
  // Not "no-referrer": a form would then be posted without its origin.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};
const show = (body: string, status = 200) => new Response(body, { status, headers: HEADERS });
const go = (to: string, cookie?: string) =>
  new Response(null, { status: 303, headers: { location: to, ...(cookie ? { 'set-cookie': cookie } : {}) } });

/** What a deed leads to: what is looked at then, and what the page says. */
interface Done {
  panel: Panel;
  done: string;
}

/** The shop's back office: orders, refunds, payouts, and what needs a look. */
export function createOffice(options: OfficeOptions): Office {
  const { url, payouts } = options;
  const door = createDoor(options.officeKey);
  const bff = createOfficeBff(options.bffUrl, options.apiKey);
  const live = createLiveBooks(async () => stampOf((await bff.orders()).sessions));
  const receiveUrl = `${url}/receive`;

  async function page(look: Look, visit: Visit, trouble?: Trouble): Promise<Response> {
    const language = shopLanguage(visit);
    const [list, balance] = await Promise.all([
      bff.orders(look.before),
      bff.balance().catch((error: unknown) => {
        if (error instanceof Refused) return undefined;
        throw error;
      }),
    ]);
    const view = {
      visit: { ...visit, path: hrefOf(look) },
      language,
      t: officeTexts(language),
      look,
      rows: rowsOf(list.sessions, options.brands, options),
      next: list.next,
      balance,
      // An older part of the books is not told of.
      stamp: look.before ? '-' : stampOf(list.sessions),
      nowMs: Date.now(),
      trouble,
      receiveUrl,
      nextReference: nextPayoutId(payouts),
    };
    return show(officePage(view), trouble ? 422 : 200);
  }

  async function payOut(form: URLSearchParams, visit: Visit): Promise<Done> {
    const { shop } = textsFor(visit);
    const wish = payoutWish(form, { shop, receiveUrl, shopUrl: `${url}/`, locale: visit.language });
    const { firstName = '', lastName = '' } = wish.customer;
    const name = [
      shopLanguage(visit) === 'ja' ? lastName : firstName,
      shopLanguage(visit) === 'ja' ? firstName : lastName,
    ];
    const { id } = await bff.payout(form.get('press') ?? '', wish);
    await payouts.save({ id, name: name.filter(Boolean).join(' ') });
    return { panel: { type: 'payout', id }, done: 'payout' };
  }

  /** Does what a form asks for. @throws Refused */
  async function deed(name: string, form: URLSearchParams, visit: Visit): Promise<Done | undefined> {
    const order = form.get('order') ?? '';
    const panel: Panel = { type: 'order', id: order };
    switch (name) {
      case 'refund':
        await bff.refund(order, form.get('press') ?? '', refundWish(form));
        return { panel, done: 'refund' };
      case 'settle':
        await bff.settle(order, form.get('refund') ?? '', {
          outcome: form.get('outcome') === 'succeeded' ? 'succeeded' : 'declined',
        });
        return { panel, done: 'settle' };
      case 'payout':
        return payOut(form, visit);
      case 'cancel': {
        const id = form.get('payout') ?? '';
        await bff.cancelPayout(id);
        return { panel: { type: 'payout', id }, done: 'cancel' };
      }
      default:
        return undefined;
    }
  }

  /** The look that shows a form again that was refused. */
  function panelOf(name: string, form: URLSearchParams): Panel {
    if (name === 'payout') {
      const look = readLook(new URLSearchParams({ new: form.get('kind') ?? '' }));
      return look.panel;
    }
    if (name === 'cancel') return { type: 'payout', id: form.get('payout') ?? '' };
    return { type: 'order', id: form.get('order') ?? '' };
  }

  async function act(name: string, form: URLSearchParams, visit: Visit): Promise<Response> {
    const look = readLook(new URLSearchParams());
    try {
      const done = await deed(name, form, visit);
      return go(done ? hrefOf(look, done) : '/back-office');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, errors, isUnclear } = error;
      return page({ ...look, panel: panelOf(name, form) }, visit, { code, errors, form, isUnclear });
    }
  }

  async function post(request: Request, name: string, visit: Visit): Promise<Response> {
    const t = officeTexts(shopLanguage(visit));
    if (!isOurForm(request)) return show(loginPage(visit, t.notOurForm), 403);
    const form = new URLSearchParams(await request.text());
    if (name === 'enter') {
      return door.opens(form.get('key') ?? '')
        ? go('/back-office', door.enter())
        : show(loginPage(visit, t.wrongKey), 403);
    }
    if (!door.isInside(request)) return show(loginPage(visit), 403);
    if (name === 'leave') return go('/back-office', door.leave());
    return act(name, form, visit);
  }

  async function answer(request: Request, visit: Visit): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const name = pathname.split('/')[2] ?? '';
    if (request.method === 'POST') return post(request, name, visit);
    const isInside = door.isInside(request);
    if (name === 'live') return isInside ? live.stream() : new Response(null, { status: 403 });
    if (name === 'client.js') {
      const headers = { 'content-type': 'text/javascript', 'cache-control': 'no-cache' };
      return new Response(await clientBundle(), { headers });
    }
    if (name !== '') return go('/back-office');
    return isInside ? page(readLook(searchParams), visit) : show(loginPage(visit));
  }

  const guarded = async (request: Request, visit: Visit): Promise<Response> => {
    const here = { ...visit, path: '/back-office' };
    try {
      return await answer(request, here);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return show(downPage(here), 503);
    }
  };
  return Object.assign(guarded, { close: () => live.close() });
}
