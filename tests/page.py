#!/usr/bin/env python3
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""page.py FOLDER: check the pages in FOLDER as text and, where chromium is there, in a browser.

The options --article FILE and --book FILE compare the numbers of all labels with those in FILE, what LaTeX wrote
beside the printed article (index.html) and the printed book (all other pages).  --axe FILE runs axe-core on each page,
--only NAME shows the browser these pages alone, and --shots FOLDER writes pictures of them instead.
--program FILE is the program that the model in the article must agree with, and --golden FOLDER has what both must print.
"""
import argparse
import base64
import collections
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

LARGEST = 450_000    # bytes of a page; the article, with its variants and the table of 56 claims, has 440 thousand
SHORTEST = 40        # characters that say what a figure shows
FIXED = 'index.html', 'book.html', 'references.html', 'index-of-chunks.html', 'identifiers.html'
failures = []


def fail(page, what):
    failures.append(f'{page}: {what}')
    print(f'check-html: {page}: {what}', file=sys.stderr)


# ---- as text ------------------------------------------------------------------------

class Page(html.parser.HTMLParser):
    """Identifiers, links, tags of numbers and visible prose of one page."""
    void = {'area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'}

    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.prose, self.numbers, self.stack = [], [], [], {}, []
        self.mathematics, self.name, self.text, self.named = 0, path.name, '', []
        self.feed(path.read_text(encoding='utf-8'))
        self.close()
        if self.stack:
            fail(path.name, f'<{self.stack[-1][0]}> is not closed')

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if 'id' in a:
            self.ids.append(a['id'])
        for name in ('href', 'src'):
            if name in a:
                self.links.append(a[name])
        if tag == 'img' and len(a.get('alt') or '') < SHORTEST:
            fail(self.name, f'the alternative text of {a.get("src")} does not say what it shows: {a.get("alt")}')
        self.mathematics += tag == 'math'
        self.text = '' if tag == 'a' else self.text + (a.get('alt') or '')
        if tag not in self.void:
            self.stack.append((tag, a.get('class') or '', a.get('id')))

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop()[0] != tag:
            fail(self.name, f'</{tag}> in the wrong place, line {self.getpos()[0]}')
        if tag == 'a' and not self.text.strip():
            fail(self.name, f'the link to {self.links[-1]} has no text')
        if tag == 'a':
            self.named.append((self.links[-1], self.text))

    def handle_data(self, data):
        classes = ' '.join(c for _, c, _ in self.stack).split()
        tags = {t for t, _, _ in self.stack}
        self.text += data
        if 'nw-number' in classes and data.isdigit():
            self.numbers[self.links[-1].partition('#')[2]] = data
        if tags & {'h1', 'h2', 'h3', 'h4', 'h5', 'h6'} and data.rstrip().endswith('.') and not any(c.startswith('ltx_tag') for c in classes):
            fail(self.name, f'a heading that ends with a stop: {data}')
        if any(c.startswith('ltx_tag') for c in classes):
            owner = next((i for _, _, i in reversed(self.stack) if i), None)
            number = re.search(r'\b([IVX]+|[A-Z]|[A-Z]?\d[\d.]*)\b(?=\W*$)', data)
            if owner and number and owner not in self.numbers:
                self.numbers[owner] = number[1].rstrip('.')
        if not tags & {'script', 'style', 'pre', 'code'} and 'nw-code' not in classes \
                and 'ltx_font_typewriter' not in classes:
            self.prose.append(data)


OWN = re.compile(r'(section|fig|table|eq|proposition|definition|deviation)', re.I)
LEFTOVER = re.compile(r'\\[A-Za-z]+|\$|``|\'\'|\[\[|\]\]|@@<<|~|\?\?|NW[0-9A-Za-z]{6}-')


def check_text(folder, largest):
    pages = {p.name: Page(p) for p in sorted(folder.glob('*.html'))}
    for name in FIXED:
        if name not in pages:
            fail(name, 'is not there')
    if not FIGURE.search((folder / 'index.html').read_text(encoding='utf-8')):
        fail('index.html', 'is not the article: it has no figures')
    for name, page in pages.items():
        for twice, n in collections.Counter(page.ids).items():
            if n > 1:
                fail(name, f'{n} elements are called {twice}')
        for link in page.links:
            check_link(folder, pages, name, link)
        for link, text in page.named:
            file, _, anchor = link.partition('#')
            number = pages['references.html'].numbers.get(anchor)
            if file == 'references.html' and anchor and re.sub(r'\D', '', text) != number:
                fail(name, f'cites {anchor} as {text}, which is [{number}] among the references')
            if name == 'index.html' and file and anchor and OWN.match(text):
                fail(name, f'says {text} of {link}, not that it is of the book')
        for found in LEFTOVER.finditer(''.join(page.prose)):
            text = ''.join(page.prose)
            fail(name, 'left of TeX: ' + text[max(0, found.start() - 30):found.end() + 30].replace('\n', ' '))
        check_captions(folder, name)
        check_policy(folder, name)
        size = (folder / name).stat().st_size
        if size > largest:
            fail(name, f'{size} bytes, more than {largest}')
    for link in pages['index.html'].links:
        parts = urllib.parse.urlsplit(link)
        if parts.path and parts.fragment in pages['index.html'].ids:
            fail('index.html', f'{link} leads out of the article, which has it too')
    for name, page in pages.items():
        page.folds = check_folds(folder, name)
    if not any(p.folds for p in pages.values()):
        fail('all pages', 'no code of tests')
    if not sum(p.mathematics for p in pages.values()):
        fail('all pages', 'no mathematics')
    return pages


FIGURE = re.compile(r'<figure[^>]*>(?:(?!<figure).)*?<img[^>]* src="figures/(\w+)\.svg".*?</figure>', re.S)


POLICY = ('default-src \'none\'; script-src file: \'self\'{}; style-src file: \'self\'; font-src file: \'self\'; '
          'img-src file: \'self\' data:; base-uri \'none\'; form-action \'none\'')
MODEL = ' \'wasm-unsafe-eval\'; worker-src blob:'      # what the article runs the model with


def check_policy(folder, name):
    """A page allows its own scripts, style, font and pictures alone, and says so before it names any of them."""
    policy = POLICY.format(MODEL if name == 'index.html' else '')
    head = f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    if head not in (folder / name).read_text(encoding='utf-8'):
        fail(name, 'no policy on contents, or another one than the strictest that it can have')


def check_captions(folder, name):
    """A figure says which command made it, from which tables, and how many networks there were, and links to all.

    In the article the chapter stands in place of the command.
    """
    for found in FIGURE.finditer((folder / name).read_text(encoding='utf-8')):
        figure, text = found[1], ' '.join(re.sub(r'<[^>]*>', '', found[0]).split())
        command = 'flexwm bench' if figure == 'speed' else f'flexwm experiment {figure}'
        article = name == 'index.html'
        if article:
            if not re.search(r'Source: chapter \d+ of the book; ', text):
                fail(name, f'the caption of {figure} does not say from which chapter it is')
        elif f'Made by {command} (⟨' not in text:
            fail(name, f'the caption of {figure} does not say that it is made by {command} and in which chunk')
        if not re.search(r'\d\W*networks?\b|network \d|networks? ?=|= ?\d+ networks|number the caption of each|one trial a size', text):
            fail(name, f'the caption of {figure} does not say of how many networks')
        script = (folder / 'figures' / f'{figure}.gp').read_text(encoding='utf-8')
        tables = re.findall(r'[\w-]+\.tsv', script) + [f'{figure}{part}.tsv' for part in re.findall(r"\bt(?:able)?\('(\w*)'\)", script)]
        for link in (f'"{figure}.html"' if article else '#NW', f'"figures/{figure}.gp"', *(f'"data/{table}"' for table in tables)):
            if not re.search(f'href=[^> ]*{re.escape(link)}', found[0]):
                fail(name, f'the caption of {figure} has no link to {link}')


TESTS = re.compile(r'<h\d[^>]*>(?:<span[^>]*>[^<]*</span>)?Tests</h\d>(.*?)</section>', re.S)


def check_folds(folder, name):
    """The code under a heading Tests is folded; how many such folds there are."""
    folds = 0
    for found in TESTS.finditer((folder / name).read_text(encoding='utf-8')):
        shown, fold, _ = found[1].partition('<details')
        folds += bool(fold)
        if 'nw-chunk' in shown:
            fail(name, 'code of tests that is not folded')
    return folds


def check_link(folder, pages, name, link):
    parts = urllib.parse.urlsplit(link)
    if parts.scheme in ('https', 'mailto', 'data'):
        return
    if parts.scheme or parts.netloc:
        fail(name, f'a link to {link}')
        return
    target = urllib.parse.unquote(parts.path) or name
    if not (folder / target).is_file():
        fail(name, f'{link} is not there')
    elif parts.fragment and (target not in pages or urllib.parse.unquote(parts.fragment) not in pages[target].ids):
        fail(name, f'{link} leads nowhere')


def check_numbers(pages, aux, printed):
    """A label, and the label of a chunk, has the same number in print and on the pages."""
    there = {i: n for p in pages for i, n in p.numbers.items()}
    compared = 0
    for label, number in re.findall(r'^\\new(?:sub)?label\{([^}@]+)\}\{\{(?:\}\{)?([^}]*)\}', aux.read_text(errors='replace'), re.M):
        number = re.sub(r'\\[A-Za-z]+ ?|[{}]', '', number)
        if label in there:
            compared += 1
            if there[label] != number:
                fail('numbers', f'{label} is {number} in the {printed} and {there[label]} here')
        elif not label.startswith('NW') and label != 'LastPage' and not label.startswith('sub@'):
            fail('numbers', f'{label} is {number} in the {printed} and not here')
    return compared


# ---- in a browser -------------------------------------------------------------------

class Browser:
    """Chromium, spoken to through a pipe: messages in JSON, each ended by a zero byte."""

    def __init__(self, program):
        self.home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self.to = os.pipe()
        self.back, theirs_out = os.pipe()

        def connect():
            a, b = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(a, 3)
            os.dup2(b, 4)
        self.process = subprocess.Popen(
            [program, '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
             '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
             f'--user-data-dir={self.home.name}', '--remote-debugging-pipe', 'about:blank'],
            preexec_fn=connect, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.rest, self.number, self.events, self.session = b'', 0, [], None
        target = next(t for t in self.call('Target.getTargets')['targetInfos'] if t['type'] == 'page')
        self.session = self.call('Target.attachToTarget', targetId=target['targetId'], flatten=True)['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.call(f'{domain}.enable')
        self.call('Page.setLifecycleEventsEnabled', enabled=True)

    def read(self):
        while b'\0' not in self.rest:
            more = os.read(self.back, 1 << 20)
            if not more:
                raise RuntimeError('chromium went away')
            self.rest += more
        message, self.rest = self.rest.split(b'\0', 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if self.session:
            message['sessionId'] = self.session
        data = json.dumps(message).encode() + b'\0'
        while data:
            data = data[os.write(self.to, data):]
        while True:
            answer = self.read()
            if answer.get('id') == self.number:
                if 'error' in answer:
                    raise RuntimeError(f'{method}: {answer["error"]["message"]}')
                return answer['result']
            self.events.append(answer)

    def open(self, address):
        self.events = []
        loader = self.call('Page.navigate', url=address).get('loaderId')    # none within a page
        while loader and not any(e['method'] == 'Page.lifecycleEvent' and e['params']['name'] == 'load'
                                 and e['params']['loaderId'] == loader for e in self.events):
            self.events.append(self.read())

    def evaluate(self, expression):
        answer = self.call('Runtime.evaluate', expression=expression, awaitPromise=True, returnByValue=True)
        if 'exceptionDetails' in answer:
            raise RuntimeError(answer['exceptionDetails'].get('exception', {}).get('description', 'exception'))
        return answer['result'].get('value')

    def size(self, width, height=900):
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))')   # the page has heard of it

    def media(self, scheme='light', medium=''):
        self.call('Emulation.setEmulatedMedia', media=medium, features=[{'name': 'prefers-color-scheme', 'value': scheme}])

    def close(self):
        self.session = None
        try:
            self.call('Browser.close')
        except (RuntimeError, OSError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


WIDTH = '''(() => { const w = document.documentElement.scrollWidth; if (w <= innerWidth) return '';
  const wide = [...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll, pre, math')
    && e.getBoundingClientRect().right > innerWidth + 1).pop();
  return w + ' px wide' + (wide ? ', ' + wide.outerHTML.slice(0, 150) : ''); })()'''
MATHEMATICS = '''[...document.querySelectorAll('math')].filter(m => m.namespaceURI !== 'http://www.w3.org/1998/Math/MathML'
  || m.textContent.trim() !== '' && m.getBoundingClientRect().width === 0).length'''
FONT = '''document.fonts.ready.then(() => document.querySelector('math') === null
  || [...document.fonts].some(f => f.family.includes('Latin Modern Math') && f.status === 'loaded'))'''
PICTURES = '''[...document.images].filter(i => !(i.complete && i.naturalWidth)).map(i => i.getAttribute('src')).join(' ')'''
AXE = '''axe.run(document, {preload: false, resultTypes: ['violations']}).then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact))
  .map(v => v.id + ' (' + v.nodes.length + '): ' + v.nodes[0].html.slice(0, 200)))'''
UNFOLD = '''document.querySelectorAll('details').forEach(d => { d.open = true })'''
FOLDED = '''(() => { const chunk = document.querySelector('details .nw-chunk[id]'); return chunk ? chunk.id : ''; })()'''
SHOWN = '''new Promise(done => setTimeout(() => { const box = document.getElementById(%s).getBoundingClientRect();
  done(box.height > 0 && box.top < innerHeight && box.bottom > 0); }, 200))'''
SEARCH = '''(async () => { const field = document.getElementById('_search'); field.focus(); field.value = %s;
  field.dispatchEvent(new Event('input'));
  for (let i = 0; i < 100 && !document.querySelector('#_found a, #_found p'); i++) await new Promise(r => setTimeout(r, 50));
  const first = document.querySelector('#_found a'); return first ? first.getAttribute('href') : ''; })()'''


def complaints(browser):
    for event in browser.events:
        p = event.get('params', {})
        if event['method'] == 'Runtime.exceptionThrown':
            d = p['exceptionDetails']
            yield d.get('exception', {}).get('description', f"{d['text']} {d.get('exception', {}).get('value', '')} "
                                             f"({d.get('url', '').rsplit('/')[-1]}:{d['lineNumber'] + 1})")
        elif event['method'] == 'Runtime.consoleAPICalled' and p['type'] in ('error', 'warning', 'assert'):
            yield ' '.join(str(a.get('value', a.get('description'))) for a in p['args'])
        elif event['method'] == 'Log.entryAdded' and p['entry']['level'] in ('error', 'warning'):
            yield p['entry']['text'] + ' ' + p['entry'].get('url', '')
        elif event['method'] == 'Network.requestWillBeSent' and not p['request']['url'].startswith(('file:', 'data:', 'blob:')):
            yield 'asks the network for ' + p['request']['url']


def check_browser(browser, folder, name, axe):
    browser.size(1280)
    browser.open((folder / name).resolve().as_uri())
    browser.evaluate(UNFOLD)
    for what in browser.evaluate(PICTURES).split():
        fail(name, f'the picture {what} is not shown')
    if browser.evaluate(MATHEMATICS):
        fail(name, 'mathematics that is not MathML or not shown')
    if not browser.evaluate(FONT):
        fail(name, 'the font of the mathematics is not used')
    for width, scheme in ((1280, 'light'), (360, 'dark')):
        browser.size(width)
        wide = browser.evaluate(WIDTH)
        if wide:
            fail(name, f'scrolls sideways at {width} px: {wide}')
        if axe:
            browser.media(scheme)
            if browser.evaluate('typeof axe') == 'undefined':
                browser.evaluate(axe + ';0')
            for what in browser.evaluate(AXE):
                fail(name, f'axe, {width} px, {scheme}: {what}')
            browser.media()
    for what in complaints(browser):
        fail(name, what)


def check_search(browser, folder, pages):
    """The first result for an identifier is its definition, for a title its page."""
    browser.size(1280)
    wanted = {'fwm_trial_run': '#NW', 'the network': 'network.html'}
    for query, part in wanted.items():
        browser.open((folder / 'index.html').resolve().as_uri())
        found = browser.evaluate(SEARCH % json.dumps(query))
        if part not in found:
            fail('search', f'{query} leads to "{found}"')
        for what in complaints(browser):
            fail('search', what)


def check_folded_link(browser, folder, name):
    """A link to a chunk that is folded shows it."""
    browser.size(1280)
    browser.open((folder / name).resolve().as_uri())
    chunk = browser.evaluate(FOLDED)
    if not chunk:
        fail(name, 'has no folded chunk')
        return
    browser.evaluate(f'location.hash = {json.dumps(chunk)}')
    if not browser.evaluate(SHOWN % json.dumps(chunk)):
        fail(name, f'a link to the folded {chunk} does not show it')


# ---- the model in the page ------------------------------------------------------------

# Sets controls of the form, runs, and gives the command and what it came to.
TRIAL = '''(async set => { trial.form.reset(); await new Promise(r => setTimeout(r, 1));
  for (const [name, value] of set) { const control = trial[name];
    if (name === 'rings') value.forEach(ring => control.querySelectorAll('input')[ring].click()); else control.value = value;
    control.dispatchEvent(new Event('input', {bubbles: true})); }
  await finished(trial.run);
  return [trial.command.textContent, trial.report.textContent, trial.status.textContent, trial.one.hidden]; })'''
FINISHED = '''globalThis.finished = button => new Promise(done => { button.click();
  const wait = () => trial.section.getAttribute('aria-busy') === 'true' ? setTimeout(wait, 5) : done(); wait(); })'''
ENDS = '''sliders.flatMap(slider => [[slot(slider), slider.min], [slot(slider), slider.max]])'''
PRESETS = '''(async () => { const wrong = [], {parameters: whole} = reports((await runTrial([])).out);
  for (const option of trial.variant.options) {
    option.selected = true;
    chooseVariant();
    const words = [...option.value.split(' ').filter(Boolean), '--load', '0', '--set', 'T=200', '--set', 't_read=200'];
    const {parameters: p} = reports((await runTrial(words)).out);
    for (const slider of sliders) {
      const value = slider === trial.delay ? whole.T - p.t_off : p[slider.name.split(' ')[0]];
      if (Number(preset(slider)) !== value) wrong.push(`${option.text}: ${slot(slider)} is ${value}`);
    }
  }
  trial.form.reset();
  return wrong; })()'''
DEFAULT = '''(async () => { const times = []; for (let k = 0; k < 8; k++) times.push((await runTrial([])).time); return Math.min(...times); })()'''
MANY = '''(async () => { trial.form.reset(); await new Promise(r => setTimeout(r, 1));
  for (const [name, value] of %s) { trial[name].value = value; trial[name].dispatchEvent(new Event('input', {bubbles: true})); }
  trial.more.value = %s; showForm(); await finished(trial.many);
  return [trial.command.textContent, [...trial.histogram.querySelectorAll('tbody tr')].map(row => row.cells[1].textContent.trim()), trial.status.textContent]; })()'''
STOP = '''(async () => { trial.form.reset(); await new Promise(r => setTimeout(r, 1)); trial.delay.value = 5000; const end = finished(trial.run); await new Promise(r => setTimeout(r, 20)); trial.stop.click(); await end;
  const first = trial.status.textContent, again = finished(trial.run); trial.stop.click(); await again;    // now before there is a worker
  const said = `${first} and ${trial.status.textContent}`; trial.form.reset(); await new Promise(r => setTimeout(r, 1)); return said; })()'''
# A hundred trials that are stopped in between: the last network of the command, and the caption.
FEWER = '''(async () => { trial.form.reset(); await new Promise(r => setTimeout(r, 1));
  const end = finished(trial.many); while (trial.progress.value < 2) await new Promise(r => setTimeout(r, 1));
  trial.stop.click(); await end;
  return [Number(trial.command.textContent.match(/seq 0 (\\d+)/)[1]), trial.histogram.textContent]; })()'''
MORE = ('--set gamma=2', '--set T=3000', '--set x=1', '--set U=0.1 --set t_off=90', '--set P=3', '--network 4294967296',
        '--trial 7 --center random', '--network 3 --set kappa=0.05 --set T=150 --set t_read=150', "--set x='1'",
        '--centre 512', '--protocol a', '--set sensory=surface --centre 3,30', '--set sensory=surface --centre 3',
        '--set sensory=surface --centre 3,32')
# texts of protocols and chunks, some of which are refused
PROTOCOLS = ('item a ring 0 at 128 from 100 to 200\nitem b ring a at a-90deg from 150 to 250 peak 9 width 20',
             '# it\'s $HOME `date` \\ "é"\nEND\n', 'END', '', ' \n\n', 'item a ring 8 at 1 from 100 to 200', 'item a ring 0 at 512 from 1 to 2',
             'item a ring 0 at 1 from 100 to 2000', 'input ring cued uniform 1 from 1 to 2', 'input all uniform 0.5 from 0 to 1100',
             'item a ring 0 at 1 from 1 to 2 peak', 'input random 5-3 uniform 1 from 1 to 2', 'input random 1024 uniform 1 from 1 to 2')
CHUNKS = ('rho 0.1\nw 5.12\nchunk 0:256 1:256\n\n', 'rho 2', 'rho 0.1\nw 5.12\nchunk 0:256 9:256', 'chunk 1:1 2:2')
# What a trial with a protocol is shown, without its spikes: the tints of pixels of the raster, ring by ring, at some times.
TINTS = '''(async () => {
  trial.form.reset(); await new Promise(r => setTimeout(r, 1));
  trial.shown.value = 'retrocue'; chooseShown();
  beginPicture();
  const result = await runTrial(runWords(), 10, addToPicture);
  const {items} = reports(result.out), last = picture.scenes[picture.scenes.length - 1], place = layout(last);
  picture.scenes = [{...last, spikes: []}]; drawAll();
  const {canvas} = trial, dots = devicePixelRatio || 1, all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const ink = (ring, neuron, ms) => {
    const x = Math.round(dots * place.x(place.steps * ms / 1100)), y = Math.round(dots * (place.y(ring, neuron) - 4));
    const pixels = Array.from({length: Math.round(8 * dots)}, (_, k) => [...all.subarray(4 * ((y + k) * canvas.width + x)).subarray(0, 4)]).flat();
    let red = 0, green = 0;
    for (let k = 0; k < pixels.length; k += 4) red += pixels[k] * pixels[k + 3] / 255, green += pixels[k + 1] * pixels[k + 3] / 255;
    return Math.abs(red - green) < 1 ? 'none' : green > red ? 'excited' : 'inhibited'; };
  const of = name => items.find(item => item.name === name), far = item => item.centre < 256 ? 400 : 112;
  return [ink(of('a').ring, of('a').centre, 50), ink(of('a').ring, of('a').centre, 150), ink(of('a').ring, far(of('a')), 150), ink(of('a').ring, far(of('a')), 300),
    ink(of('a').ring, far(of('a')), 500), ink(of('b').ring, far(of('b')), 500), ink(of('b').ring, far(of('b')), 700)].join(' '); })()'''


# The rings that are cued, as the scenes of a trial say while it runs and as its report says at the end.
CUED = '''(async set => { trial.form.reset(); await new Promise(r => setTimeout(r, 1));
  for (const [name, value] of set) { trial[name].value = value; trial[name].dispatchEvent(new Event('input', {bubbles: true})); }
  const seen = []; const {out} = await runTrial(runWords(), 10, ({scene}) => { if (scene) seen.push(scene.cued.join()); });
  return [[...new Set(seen)].join(' '), reports(out).rings.map(ring => ring.cued).join()]; })'''
# Words of the command that are broken at a hyphen, in a line that is as wide as a phone.
BROKEN = '''[...trial.command.querySelectorAll('span')].filter(word => word.getClientRects().length !== 1).map(word => word.textContent).join(' ')'''


def last_line(text):
    return text.strip().rpartition('\n')[2]


def as_pasted(program, examples, command):
    """What a shell says to a command of the page, in a folder of its own that has the examples."""
    with tempfile.TemporaryDirectory() as room:
        (pathlib.Path(room) / 'examples').symlink_to(examples.resolve())
        done = subprocess.run(['sh', '-c', command], cwd=room, capture_output=True, text=True, check=False,
                              env={**os.environ, 'PATH': f'{program.resolve().parent}{os.pathsep}{os.environ["PATH"]}'})
    return done.returncode, done.stdout or done.stderr.removeprefix('flexwm: ').strip()


def check_trial(browser, program, examples, controls):
    """What the page says of a trial is what the program prints, with the command that the page shows."""
    command, report, status, hidden = browser.evaluate(f'{TRIAL}({json.dumps(controls)})')
    code, printed = as_pasted(program, examples, command)
    shown = report if code == 0 else status
    if not re.search('^flexwm trial ', command, re.M) or shown != printed:
        fail('model', f'{command} is "{last_line(shown)}", the program says "{last_line(printed)}"')
    if hidden != (code != 0) or (code == 0 and printed.split()[-1] not in status):
        fail('model', f'{command} is drawn though it was refused, or shows no digest in {status}')


def check_model(browser, folder, program, golden, axe):
    """The model in the article gives what the program gives, to mouse and keyboard, and readers of the screen too."""
    script = (folder / 'model.js').read_text(encoding='utf-8')
    if script == 'flexwmModel(null);\n':
        print('check-html: the page has no model in it: skipped what needs one')
        return
    if len(script) * 3 / 4 > 150_000:
        fail('model.js', f'{len(script) * 3 // 4} bytes, more than 150000')
    browser.size(1280)
    browser.open((folder / 'index.html').resolve().as_uri())
    browser.evaluate('packedModel.then(() => 0)')
    browser.evaluate(FINISHED)
    files = [file for file in sorted(golden.glob('*.txt')) if '--protocol' not in file.read_text(encoding='utf-8')]  # the page has no files
    for file in files:
        line, _, printed = file.read_text(encoding='utf-8').partition('\n')
        found = browser.evaluate(f'runTrial({json.dumps(line.split()[3:])}).then(({{out, error}}) => error || reports(out).text)')
        if found != printed:
            fail('model', f'{line} is "{last_line(found)}"')
    trials = [[]] + [[control] for control in browser.evaluate(ENDS)] + [[['more', words]] for words in MORE]
    trials += [[['variant', words]] for words in browser.evaluate('[...trial.variant.options].slice(1).map(o => o.value)')]
    examples = golden.parent.parent / 'examples'
    offered = browser.evaluate('[...trial.shown.options].slice(1).map(o => o.value)')
    trials += [[['shown', name]] for name in offered]
    trials += [[['variant', words], ['shown', 'retrocue'], ['delay', 1200]] for words in browser.evaluate('[...trial.variant.options].slice(1).map(o => o.value)')]
    trials += [[['shown', 'own'], ['protocol', text]] for text in PROTOCOLS] + [[['rings', [0, 1]], ['chunks', text]] for text in CHUNKS]
    trials += [[['shown', 'pair'], ['chunks', CHUNKS[0]]], [['shown', 'pair'], ['more', '--load 2']], [['chunks', CHUNKS[0]], ['more', '--set kappa=0.1']]]
    trials += [[['load', 0]], [['rings', [0, 7]]], [['seed', '18446744073709551615']], [['seed', '-1']], [['seed', '']]]
    for controls in trials:
        check_trial(browser, program, examples, controls)
    for wrong in browser.evaluate(PRESETS):
        fail('model', f'{wrong} by default, not where the page begins')
    for name in sorted({p.stem for p in (examples / 'protocols').glob('*.protocol')} - set(offered)):
        fail('model', f'does not offer the protocol {name}')
    tints = browser.evaluate(TINTS)
    if tints != 'none excited inhibited none excited inhibited none':
        fail('model', f'the inputs of a retro-cue are drawn as {tints}')
    check_many(browser, program, examples, [], '--set T=300 --set t_read=300')
    check_many(browser, program, examples, [['shown', 'own'], ['protocol', 'item a ring 0 at 9 from 1 to 99']], '--set T=300 --set t_read=300')
    eleven = ''.join(f'item i{k} ring {k} at 9 from 100 to 200\n' for k in range(11))
    check_many(browser, program, examples, [['shown', 'own'], ['protocol', eleven]], '--set P=11 --set T=200 --set t_read=200')
    last, caption = browser.evaluate(FEWER)
    if not last < 99 or not caption.startswith(f'Items held in {last + 1} trials'):
        fail('model', f'after {last + 1} trials the histogram says {caption}')
    for controls in ([], [['load', 2], ['seed', '5']], [['load', 0]], [['shown', 'retrocue']], [['shown', 'pair']]):
        seen, said = browser.evaluate(f'{CUED}({json.dumps(controls)})')
        if seen != said:
            fail('model', f'{controls}: the rings {seen} are drawn as cued, and {said} are')
    for option in ('--protocol-text', '--chunks-text'):     # words of the page, not of flexwm trial
        found = browser.evaluate(f"runTrial(['{option}', 'x']).then(({{status, error}}) => status + error)")
        if found != f'64flexwm: {option} has no option with its name beside it, expected one\n':
            fail('model', f'{option} alone is "{found}"')
    check_keyboard(browser)
    check_command(browser)
    if axe:
        for width, scheme in ((1280, 'light'), (360, 'dark')):
            browser.size(width)
            browser.media(scheme)
            if browser.evaluate('typeof axe') == 'undefined':
                browser.evaluate(axe + ';0')
            for what in browser.evaluate(AXE.replace('document', "document.getElementById('_trial')")):
                fail('model', f'axe after a trial, {width} px, {scheme}: {what}')
            if browser.evaluate(WIDTH):
                fail('model', f'scrolls sideways after a trial at {width} px: {browser.evaluate(WIDTH)}')
    browser.media()
    for what in complaints(browser):
        fail('model', what)
    print(f'check-html: {len(files)} golden and {len(trials)} other trials in the page; a default one takes {browser.evaluate(DEFAULT):.0f} ms')


def check_many(browser, program, examples, controls, more):
    command, shares, status = browser.evaluate(MANY % (json.dumps(controls), json.dumps(more)))
    _, printed = as_pasted(program, examples, command.replace('--network $k', '--network $k --format json | tr "\\n" " "; echo'))
    held = [json.loads(line)['maintained'] for line in printed.splitlines()]
    if shares != [f'{held.count(k)} %' for k in range(len(shares))] or len(held) != 100 or len(shares) < 2 \
            or not status.startswith(f'{sum(held) / 100:.2f} items'):
        fail('model', f'a hundred trials are {shares}, {status}; the program holds {held}')
    if browser.evaluate(STOP) != 'stopped and stopped':
        fail('model', 'a trial cannot be stopped')


def check_command(browser):
    """Options of the command are not broken at their hyphens on a phone."""
    browser.size(360)
    browser.evaluate(f"{TRIAL}([['NR', 2048], ['delay', 100], ['gamma', 0.2], ['seed', '12345678901234567890']])")
    if browser.evaluate(BROKEN) or not browser.evaluate("trial.command.querySelectorAll('span').length > 5"):
        fail('model', f'the command has broken words: {browser.evaluate(BROKEN)}')
    browser.size(1280)


def check_keyboard(browser):
    """The key Enter runs a trial, and the focus stays where it is."""
    browser.evaluate("trial.status.textContent = ''; trial.seed.focus(); 0")
    for kind in ('keyDown', 'keyUp'):
        browser.call('Input.dispatchKeyEvent', type=kind, key='Enter', code='Enter', windowsVirtualKeyCode=13, text='\r' if kind == 'keyDown' else '')
    said = browser.evaluate("new Promise(done => setTimeout(() => { const wait = () => running ? setTimeout(wait, 5) : done(trial.status.textContent); wait(); }, 50))")
    if 'digest' not in said or browser.evaluate('document.activeElement.id') != '_trial-seed':
        fail('model', f'the key Enter runs no trial, or takes the focus away: {said}')


def shoot(browser, folder, name, shots):
    stem = name.removesuffix('.html')
    for width, height, scheme, medium in ((1280, 1500, 'light', ''), (360, 1600, 'light', ''), (1280, 1500, 'dark', ''), (800, 1131, 'light', 'print')):
        browser.size(width, height)
        browser.media(scheme, medium)
        browser.open((folder / name.split('#')[0]).resolve().as_uri() + ('#' + name.split('#')[1] if '#' in name else ''))
        browser.evaluate('document.fonts.ready.then(() => 0)')
        picture = browser.call('Page.captureScreenshot', format='png')['data']
        (shots / f'{stem}-{width}-{medium or scheme}.png').write_bytes(base64.b64decode(picture))
    browser.media()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--article', type=pathlib.Path)
    parser.add_argument('--book', type=pathlib.Path)
    parser.add_argument('--axe', type=pathlib.Path)
    parser.add_argument('--shots', type=pathlib.Path)
    parser.add_argument('--only', action='append')
    parser.add_argument('--program', type=pathlib.Path)
    parser.add_argument('--golden', type=pathlib.Path)
    o = parser.parse_args()
    pages = check_text(o.folder, LARGEST)
    links = sum(len(p.links) for p in pages.values())
    print(f'check-html: {len(pages)} pages, {links} links, {sum(p.mathematics for p in pages.values())} formulae')
    front = {name: page for name, page in pages.items() if name == 'index.html'}
    for printed, aux, those in (('article', o.article, front.values()),
                                ('book', o.book, [p for n, p in pages.items() if n not in front])):
        if aux and aux.is_file():
            print(f'check-html: {check_numbers(those, aux, printed)} numbers compared with the {printed}')
    program = os.environ.get('CHROMIUM') or shutil.which('chromium') or shutil.which('chromium-browser')
    if not program:
        print('check-html: no browser: skipped what needs one (Debian: chromium)')
    else:
        browser = Browser(program)
        try:
            axe = o.axe.read_text(encoding='utf-8') if o.axe and o.axe.is_file() else None
            if not axe:
                print('check-html: axe-core skipped, for want of it')
            for name in o.only or pages:
                if o.shots:
                    shoot(browser, o.folder, name, o.shots)
                else:
                    check_browser(browser, o.folder, name, axe)
            if not o.shots and o.program:
                check_model(browser, o.folder, o.program, o.golden, axe)
            if not o.shots:
                check_search(browser, o.folder, pages)
                check_folded_link(browser, o.folder, next((n for n, p in pages.items() if p.folds), 'index.html'))
        finally:
            browser.close()
    print(f'check-html: {len(failures)} complaints')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
