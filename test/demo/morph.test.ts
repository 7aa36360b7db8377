import { expect, fixture, html } from '@open-wc/testing';
import { morph } from '../../demo/office/morph.js';

/** The page as the server would send it. */
function page(rows: readonly string[], keep: string, value = ''): Element {
  const root = document.createElement('div');
  const list = document.createElement('ul');
  for (const id of rows) {
    const item = document.createElement('li');
    item.id = id;
    item.append(`Order ${id}`);
    list.append('\n  ', item);
  }
  const form = document.createElement('form');
  form.dataset['keep'] = keep;
  const input = document.createElement('input');
  input.setAttribute('value', value);
  form.append(input);
  root.append(list, '\n', form);
  return root;
}

async function shown(rows: readonly string[], keep: string) {
  const root = await fixture(html`<div></div>`);
  root.append(...page(rows, keep).childNodes);
  const [form, input] = [root.querySelector('form'), root.querySelector('input')];
  if (!form || !input) throw new Error('the form is not there');
  return { root, form, input, ids: () => [...root.querySelectorAll('li')].map(({ id }) => id) };
}

describe('a page that keeps up', () => {
  it('takes what is new, and leaves the lines that stay', async () => {
    const { root, ids } = await shown(['a', 'b', 'c'], '1');
    const b = root.querySelector('#b');
    morph(root, page(['d', 'b', 'c'], '1'));
    expect(ids()).to.deep.equal(['d', 'b', 'c']);
    expect(root.querySelector('#b')).to.equal(b);
    morph(root, page(['c', 'b'], '1'));
    expect(ids()).to.deep.equal(['c', 'b']);
    morph(root, page([], '1'));
    expect(ids()).to.deep.equal([]);
  });

  it('leaves a form whose mark is the same, with what is typed in it', async () => {
    const { root, input } = await shown(['a'], '1');
    input.value = '1,2';
    morph(root, page(['a', 'b'], '1', '9,180'));
    expect(root.querySelector('input')).to.equal(input);
    expect(input.value).to.equal('1,2');
  });

  it('renews a form with another mark, but not under the hands of whoever fills it in', async () => {
    const { root, form, input } = await shown(['a'], '1');
    input.focus();
    morph(root, page(['a'], '2', '500'));
    expect(document.activeElement).to.equal(input);
    expect(input.getAttribute('value')).to.equal('');
    input.blur();
    form.dataset['edited'] = '';
    morph(root, page(['a'], '2', '500'));
    expect(input.getAttribute('value')).to.equal('');
    delete form.dataset['edited'];
    morph(root, page(['a'], '2', '500'));
    expect(root.querySelector('input')?.value).to.equal('500');
  });
});
