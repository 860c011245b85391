// SPDX-FileCopyrightText: The flexwm authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What scrolls sideways can be reached by the keyboard, a link to folded code unfolds it, the contents show where one is;
// and the search, whose index is loaded when somebody first looks for something.  The page is whole without this file.
'use strict';

function reachable() {
  for (const box of document.querySelectorAll('pre, .scroll')) {
    const wide = box.scrollWidth > box.clientWidth;
    if (wide) box.tabIndex = 0; else box.removeAttribute('tabindex');
    if (wide) box.setAttribute('role', 'region'), box.setAttribute('aria-label', 'scrolls sideways');
    else box.removeAttribute('role'), box.removeAttribute('aria-label');
  }
}
reachable();
addEventListener('resize', reachable);
addEventListener('load', reachable);
addEventListener('toggle', reachable, true);

function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1))), fold = target && target.closest('details');
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}
unfold();
addEventListener('hashchange', unfold);

const contents = document.getElementById('_contents'), here = contents.querySelector('[aria-current]');
contents.scrollTop = here.offsetTop - contents.clientHeight / 3;

const form = document.querySelector('form'), field = form.querySelector('input');
const results = document.getElementById('_found');
let index = null, asked = false;
form.hidden = false;

function flexwmIndex(loaded) {
  index = loaded;
  for (const entry of index.entries) entry.push(entry[3].toLowerCase(), entry[4].toLowerCase());
  search();
}
function load() {
  if (asked) return;
  asked = true;
  const script = document.createElement('script');
  script.src = 'search.js';
  document.head.append(script);
}

// All words must be there; the title counts most, and an identifier that is meant exactly.
function weigh([kind, , , , , title, text], words, query) {
  let weight = 0;
  for (const word of words) {
    const inTitle = title.includes(word);
    if (!inTitle && !text.includes(word)) return 0;
    weight += inTitle ? (title.startsWith(word) ? 30 : 20) : 1;
  }
  if (title.replace(/^([a-z]|[ivx]+|[\d.]+) /, '') === query) weight += 100;    // its number aside
  return weight + (kind === 'identifier' ? 2 : kind === 'section' ? 1 : 0);
}

function marked(node, text, words) {
  const low = text.toLowerCase();
  let at = 0;
  while (at < text.length) {
    let next = -1, length = 0;
    for (const word of words) {
      const found = low.indexOf(word, at);
      if (found >= 0 && (next < 0 || found < next)) next = found, length = word.length;
    }
    if (next < 0) break;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(next, next + length);
    node.append(text.slice(at, next), mark);
    at = next + length;
  }
  node.append(text.slice(at));
}

function search() {
  const query = field.value.trim().toLowerCase(), words = query.split(/\s+/);
  results.hidden = query === '';
  results.replaceChildren();
  if (query === '' || !index) return;
  const found = index.entries.map(entry => [weigh(entry, words, query), entry])
    .filter(([weight]) => weight > 0).sort((a, b) => b[0] - a[0]);
  const count = document.createElement('p');
  count.setAttribute('role', 'status');
  count.textContent = found.length === 0 ? 'Nothing found.'
    : found.length > 30 ? `The first 30 of ${found.length} places:` : found.length === 1 ? 'One place:' : `${found.length} places:`;
  const list = document.createElement('ol');
  for (const [, [kind, page, anchor, title, text]] of found.slice(0, 30)) {
    const item = document.createElement('li'), link = document.createElement('a'), where = document.createElement('small');
    const [file, name] = index.pages[page];
    link.href = anchor === '' ? file : `${file}#${anchor}`;
    marked(link, title, words);
    where.append(kind === 'section' ? '' : `${kind} in `, title === name ? '' : name);
    item.append(link, where);
    const first = Math.min(...words.map(word => text.toLowerCase().indexOf(word)).filter(at => at >= 0));
    if (Number.isFinite(first)) {
      const line = document.createElement('small'), from = Math.max(0, text.lastIndexOf(' ', Math.max(0, first - 60)) + 1);
      marked(line, (from > 0 ? '… ' : '') + text.slice(from, first + 120) + ' …', words);
      item.append(line);
    }
    list.append(item);
  }
  results.append(count, list);
}

field.addEventListener('focus', load);
field.addEventListener('input', () => { load(); search(); });
form.addEventListener('submit', event => {
  event.preventDefault();
  const first = results.querySelector('a');
  if (first) first.click();
});
results.addEventListener('click', event => {
  if (event.target.closest('a')) results.hidden = true;
});
addEventListener('keydown', event => {
  if (event.key === '/' && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName) && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
  } else if (event.key === 'Escape' && !results.hidden) {
    field.value = '';
    search();
    field.focus();
  }
});
