// SPDX-FileCopyrightText: The flexwm authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The model in the page of the article: a form that makes a command line of flexwm trial, a worker that runs it
// (src/program/browser.nw, in model.js), and what is drawn of it.  The page is whole without this file.
'use strict';

// ---- the worker ----------------------------------------------------------------------
// Its text is this function, since a page that is opened from the disk may not load a worker from there.  A run is an
// instance of its own, as a command is a process of its own.

function work() {
  let compiled;
  const text = new TextDecoder(), bytes = new TextEncoder();
  function run(program, {words, show}) {
    let memory, out = '', error = '';
    const view = () => new DataView(memory.buffer);
    const given = ['flexwm', ...words, '--show', String(show)].map(word => bytes.encode(word + '\0'));
    const known = {     // the few functions of WASI that the program calls with an effect, and the page's own
      args_sizes_get(count, size) {
        view().setUint32(count, given.length, true);
        view().setUint32(size, given.reduce((sum, word) => sum + word.length, 0), true);
        return 0;
      },
      args_get(list, at) {
        for (const word of given) {
          view().setUint32(list, at, true);
          new Uint8Array(memory.buffer).set(word, at);
          list += 4, at += word.length;
        }
        return 0;
      },
      environ_sizes_get(count, size) {
        view().setUint32(count, 0, true);
        view().setUint32(size, 0, true);
        return 0;
      },
      environ_get() { return 0; },
      fd_write(file, pieces, count, written) {
        let sum = 0;
        for (; count > 0; count--, pieces += 8) {
          const length = view().getUint32(pieces + 4, true);
          const piece = text.decode(new Uint8Array(memory.buffer, view().getUint32(pieces, true), length));
          if (file === 1) out += piece; else error += piece;
          sum += length;
        }
        view().setUint32(written, sum, true);
        return 0;
      },
      proc_exit(status) { throw {status}; },
      input(from, at, neurons) {
        postMessage({input: {from, values: at ? Float32Array.from(new Float64Array(memory.buffer, at, neurons)) : null}});
      },
      show(scene) {
        const [step, steps, spikes, count, places, cues, P, Ns, NR] = new Uint32Array(memory.buffer, scene, 9);
        postMessage({scene: {step, steps, P, Ns, NR, spikes: new Uint32Array(memory.buffer, spikes, 2 * count).slice(),
          places: new Float64Array(memory.buffer, places, 3 * P).slice(), cued: Array.from(new Int32Array(memory.buffer, cues, P), cue => cue >= 0)}});
      },
    };
    const imports = {};
    for (const {module, name} of WebAssembly.Module.imports(program))
      (imports[module] = imports[module] || {})[name] = known[name] || (() => 8);   // 8: there is no such file
    const begun = performance.now();
    const {exports} = new WebAssembly.Instance(program, imports);
    memory = exports.memory;
    let status = 0;
    try {
      exports._start();
    } catch (end) {
      if (end instanceof Error) status = 1, error = `flexwm: the program broke off: ${end.message}\n`;
      else status = end.status;
    }
    postMessage({done: {status, out, error, time: performance.now() - begun}});
  }
  onmessage = async ({data}) => {
    if (data.program) compiled = WebAssembly.compile(data.program);
    else run(await compiled, data);
  };
}

// The compressed module, or null in a page that was made without a compiler to WebAssembly.
let flexwmModel, worker = null, current = null;
const packedModel = new Promise((resolve, reject) => {
  const script = document.createElement('script');
  flexwmModel = resolve;
  script.src = 'model.js';
  script.onerror = () => reject(new Error('model.js, which has the program, is not beside this page'));
  document.head.append(script);
});

async function startWorker() {
  const packed = Uint8Array.from(atob(await packedModel), letter => letter.charCodeAt(0));
  const program = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  const address = URL.createObjectURL(new Blob([`(${work})()`], {type: 'text/javascript'}));
  worker = new Worker(address);
  worker.postMessage({program}, [program]);
  worker.onmessage = ({data}) => data.done ? current.done(data.done) : current.show(data);
  worker.onerror = event => {
    event.preventDefault();
    current.done({status: 1, out: '', error: `flexwm: ${event.message}\n`, time: 0});
  };
}

// Runs the words of a command line: its status, what it printed, and how long it ran, in ms.  One at a time.  Every so
// many ms of the trial, what there is to see is shown: inputs, then scenes.
async function runTrial(words, every = 0, show = () => {}) {
  if (!worker) await startWorker();
  if (stopped) return brokenOff;      // by the button, before there was a worker to stop
  return new Promise(done => {
    current = {done, show};
    worker.postMessage({words, show: every});
  });
}
const brokenOff = {status: 130, out: '', error: 'flexwm: stopped\n', time: 0};
function stopTrial() {
  if (worker) worker.terminate();
  worker = null;
  current.done(brokenOff);
}

// ---- the form ------------------------------------------------------------------------

const trial = Object.fromEntries([...document.querySelectorAll('[id^=_trial-]')].map(e => [e.id.slice(7), e]));
trial.section = document.getElementById('_trial');
const sliders = [...trial.form.querySelectorAll('[type=range]')].filter(slider => slider !== trial.load);

for (let ring = 0; ring < 8; ring++) {
  const label = document.createElement('label'), box = document.createElement('input');
  box.type = 'checkbox', box.value = ring;
  label.append(box, ` ${ring}`);
  trial.rings.append(label);
}

// What a variant sets apart from its words: defaults that the program has with it, and values to begin with.
const settings = text => Object.fromEntries((text || '').split(' ').filter(Boolean).map(one => one.split('=')));
const variant = () => trial.variant.selectedOptions[0];
const slot = slider => slider.id.slice(7);
const preset = slider => settings(variant().dataset.defaults)[slot(slider)] || slider.defaultValue;

// What the options that take a file take here: the name of an example that was not changed, or of a file that the
// command makes of a text first.
function trialFiles() {
  const end = text => `${text.replace(/\n+$/, '')}\n`, files = [];
  if (trial.shown.value) {
    const text = end(trial.protocol.value), original = trial.shown.selectedOptions[0].dataset.text;
    const example = original !== undefined && text === end(original);
    files.push({option: 'protocol', text, example, name: example ? `examples/protocols/${trial.shown.value}.protocol` : 'own.protocol'});
  }
  if (trial.chunks.value.trim()) files.push({option: 'chunks', text: end(trial.chunks.value), name: 'own.chunks'});
  return files;
}

// A protocol has times of its own, so a variant's end of the stimulus is left out with one.
const offset = () => trial.shown.value ? 200 : Number((variant().value.match(/t_off=(\d+)/) || [0, 200])[1]);
function trialWords() {
  const cued = [...trial.rings.querySelectorAll(':checked')].map(box => box.value), files = trialFiles();
  const kind = trial.shown.value ? variant().value.replace(/ ?--set t_off=\d+/, '') : variant().value;
  const words = trial.shown.value ? [] : cued.length ? ['--cue', cued.join(',')] : ['--load', trial.load.value];
  for (const {option, name} of files) words.push(`--${option}`, name);
  words.push('--seed', trial.seed.value.trim(), ...kind.split(' ').filter(Boolean));
  for (const slider of sliders) {
    if (Number(slider.value) === Number(preset(slider))) continue;
    if (slider === trial.delay) {
      const end = offset() + Number(slider.value);
      words.push('--set', `T=${end}`, '--set', `t_read=${end}`);
    } else for (const name of slider.name.split(' ')) words.push('--set', `${name}=${slider.value}`);
  }
  return [...words, ...trial.more.value.split(/\s+/).filter(Boolean)];
}
// The same for the program in the page, which has no files.
const runWords = () => [...trialWords(), ...trialFiles().flatMap(({option, text}) => [`--${option}-text`, text])];

// The command for a shell, as it has to be typed: files first, then the words, in quotation marks where these are needed.
const quoted = word => /^[\w.,:=+\/-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
function shellFiles() {
  return trialFiles().filter(file => !file.example).map(({name, text}) => {
    let mark = 'END';
    while (text.split('\n').includes(mark)) mark += '_';
    return `cat > ${name} <<'${mark}'\n${text}${mark}\n`;
  }).join('');
}
const shellTrial = () => ['flexwm trial', ...trialWords().map(quoted)].join(' ');

function showForm() {
  const cued = trial.rings.querySelectorAll(':checked').length, protocol = trial.shown.value !== '';
  trial.load.disabled = cued > 0;
  trial.load.closest('.field').hidden = trial.cues.hidden = protocol;
  trial.protocol.closest('.field').hidden = !protocol;
  trial.time.textContent = protocol ? `Time after the first ${offset()} ms, ms` : 'Delay, ms';
  for (const output of trial.form.querySelectorAll('output'))
    output.value = document.getElementById(output.htmlFor.value).value.replace('-', '\u2212');
  if (cued) trial.load.nextElementSibling.value = cued;
  trial.copied.textContent = '';
  showCommand(shellFiles() + shellTrial());
}
// An option is not broken at its hyphens, as long as it fits into a line.
function showCommand(text) {
  trial.command.replaceChildren(...text.split(/([ \n])/).map(word => {
    if (word.length > 28 || !word.includes('-')) return word;
    const whole = document.createElement('span');
    whole.textContent = word;
    return whole;
  }));
}
function chooseVariant() {
  for (const slider of sliders) slider.value = settings(variant().dataset.use)[slot(slider)] || preset(slider);
  showForm();
}
// A text that is changed is one's own, and one's own begins with the text that was there; some are for one variant.
function chooseShown() {
  const {text, variant: needed} = trial.shown.selectedOptions[0].dataset;
  if (text) trial.protocol.value = text;
  else if (!trial.protocol.value) trial.protocol.value = 'item a ring 0 at 128 from 100 to 200\n';
  if (needed) trial.variant.value = needed;
  if (needed) chooseVariant();
  else showForm();
}

trial.form.addEventListener('input', ({target}) => {
  if (target === trial.protocol) trial.shown.value = 'own';
  if (target === trial.variant) chooseVariant();
  else if (target === trial.shown) chooseShown();
  else showForm();
});
trial.form.addEventListener('reset', event => running ? event.preventDefault() : setTimeout(showForm));
trial.copy.addEventListener('click', async () => {
  const range = document.createRange();
  range.selectNodeContents(trial.command);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(trial.command.textContent);
    else document.execCommand('copy');
    trial.copied.textContent = 'Copied.';
  } catch (refused) {
    trial.copied.textContent = 'Selected.';
  }
});

// ---- running -------------------------------------------------------------------------

const list = numbers => numbers.length < 2 ? `${numbers}` : `${numbers.slice(0, -1).join(', ')} and ${numbers[numbers.length - 1]}`;
const rings = (numbers, many = 'rings') => `${numbers.length === 1 ? 'ring' : many} ${list(numbers)}`;

// The report for people and the one for programs, which stand one behind the other.
function reports(out) {
  const at = out.indexOf('\n{') + 1;
  return {text: out.slice(0, at), ...JSON.parse(out.slice(at))};
}
function sentence(report) {
  const of = memory => report.rings.filter(ring => ring.memory === memory).map(ring => ring.ring);
  const cued = report.rings.filter(ring => ring.cued).map(ring => ring.ring);
  const maintained = of('maintained'), confused = of('confused'), spurious = of('spurious');
  const items = report.items, kept = items && items.filter(item => item.memory === 'maintained').map(item => item.name);
  const places = items ? list(items.map(item => `${item.name} in ring ${item.ring}`)) : `in ${rings(cued)}`;
  let text = report.load === 0 ? 'No item is shown. '
    : `${report.load === 1 ? 'One item is' : `${report.load} items are`} shown, ${places}. `
      + `${report.maintained ? `The network maintains ${report.maintained} (${items ? list(kept) : rings(maintained)})` : 'The network maintains none'} `
      + `${report.forgotten ? `and ${report.forgotten} ${report.forgotten === 1 ? 'is' : 'are'} forgotten` : 'and forgets none'}. `;
  if (confused.length) text += `Another pattern than the one shown is held in ${rings(confused)}. `;
  return text + (spurious.length === 0 ? 'There is no spurious memory. '
    : `${spurious.length === 1 ? 'A spurious memory is' : 'Spurious memories are'} in ${rings(spurious)}. `);
}

// A button that cannot be used now keeps the focus of the keyboard, so it is not disabled in the sense of HTML.
let running = false, stopped = false;
function busy(on) {
  running = on;
  for (const button of [trial.run, trial.many, trial.reset]) button.setAttribute('aria-disabled', on);
  trial.stop.setAttribute('aria-disabled', !on);
  trial.section.setAttribute('aria-busy', on);
  if (on) trial.status.textContent = '';
}
// A refusal is what the command would print; whatever else goes wrong in a browser is said as well.
async function attempt(what) {
  if (running) return;
  stopped = false;
  busy(true);
  try {
    await what();
  } catch (error) {
    trial.status.textContent = `The model cannot run in this browser: ${error.message}.`;
  }
  stopped = false;
  busy(false);
}
function refused({status, error}) {
  if (status !== 0) trial.status.textContent = error.replace(/^flexwm: /, '').trim();
  return status !== 0;
}

trial.form.addEventListener('submit', event => {
  event.preventDefault();
  attempt(async () => {
    showForm();
    trial.histogram.hidden = true;
    beginPicture();
    const result = await runTrial(runWords(), 10, addToPicture);
    trial.one.hidden = refused(result);
    if (trial.one.hidden) return;
    const report = reports(result.out), digest = document.createElement('code');
    endPicture(report);
    trial.report.textContent = report.text;
    digest.textContent = report.digest;
    trial.status.textContent = `${sentence(report)}${report.sensory_spikes} sensory and ${report.random_spikes} random spikes `
      + `in ${Math.round(result.time)} ms; digest `;
    trial.status.append(digest);
  });
});

trial.many.addEventListener('click', () => attempt(async () => {
  const words = runWords(), held = [];
  let load = 0, network = 0, report;
  trial.one.hidden = true;
  trial.histogram.hidden = true;
  trial.progress.hidden = false;
  for (; network < 100; network++) {
    trial.progress.value = network;
    const result = await runTrial([...words, '--network', String(network)]);
    if (refused(result) || stopped) break;
    report = reports(result.out);
    held[report.maintained] = (held[report.maintained] || 0) + 1;
    load = report.load;
  }
  trial.progress.hidden = true;
  if (!report) return;
  showCommand(`${shellFiles()}for k in $(seq 0 ${network - 1}); do ${shellTrial()} --network $k; done`);
  showHistogram(held, load);
}));
trial.stop.addEventListener('click', () => {
  stopped = true;
  if (running && worker) stopTrial();
});

// ---- items held in many trials ---------------------------------------------------------

function showHistogram(held, load) {
  const trials = held.reduce((sum, n) => sum + n), article = trial.shown.value ? [] : JSON.parse(trial.section.dataset.held)[load - 1] || [];
  const all = article.reduce((sum, n) => sum + n, 0), mean = list => list.reduce((sum, n, k) => sum + n * k, 0) / list.reduce((sum, n) => sum + n, 0);
  const most = Math.max(load, held.reduce((last, n, k) => n ? k : last, 0));
  const table = document.createElement('table'), head = table.createTHead().insertRow(), body = table.createTBody();
  table.createCaption().textContent = `Items held in ${trials} trials, each on a network of its own`
    + (all ? `, and in the ${all} trials of the article at load ${load}, with the model as published.` : '.');
  for (const title of ['Held', 'Here', ...all ? ['Article'] : []]) {
    const cell = document.createElement('th');
    cell.scope = 'col', cell.textContent = title;
    head.append(cell);
  }
  for (let k = 0; k <= most; k++) {
    const row = body.insertRow(), name = document.createElement('th');
    name.scope = 'row', name.textContent = k;
    row.append(name);
    for (const [share, kind] of [[(held[k] || 0) / trials, 'here'], ...all ? [[(article[k] || 0) / all, 'article']] : []]) {
      const cell = row.insertCell(), bar = document.createElement('span');
      bar.className = `bar ${kind}`;
      bar.style.width = `${(70 * share).toFixed(1)}%`;
      cell.append(bar, ` ${Math.round(100 * share)} %`);
    }
  }
  trial.histogram.replaceChildren(table);
  trial.histogram.hidden = false;
  trial.status.textContent = `${mean(held).toFixed(2)} items are held on average, of ${load}`
    + (all ? `; ${mean(article).toFixed(2)} in the article.` : '.');
}

// ---- the raster ------------------------------------------------------------------------

const picture = {inputs: [], scenes: [], report: null, asked: false, drawn: 0};
const colour = name => getComputedStyle(trial.section).getPropertyValue(`--${name}`).trim();

function beginPicture() {
  picture.inputs = [], picture.scenes = [], picture.report = null, picture.drawn = 0;
  trial.one.hidden = false;
  trial.report.textContent = '';
  trial.canvas.setAttribute('aria-label', 'The trial is running.');
}
function addToPicture({input, scene}) {
  if (input) picture.inputs.push(input);
  else picture.scenes.push(scene);
  if (picture.scenes.length === 0) return;
  if (!picture.asked) requestAnimationFrame(draw);
  picture.asked = true;
}
function inputTimes(T) {
  const {steps} = picture.scenes[picture.scenes.length - 1], ms = step => Math.round(step * T / steps);
  const times = picture.inputs.flatMap(({from, values}, k, all) => values && values.some(s => s !== 0)
    ? [`from ${ms(from)} to ${ms(k + 1 < all.length ? all[k + 1].from : steps)}`] : []);
  return times.length ? `There is input ${list(times)} ms. ` : '';
}
function endPicture(report) {
  picture.report = report, picture.drawn = 0;
  const held = report.rings.filter(ring => /maintained|spurious|confused/.test(ring.memory)).map(ring => ring.ring);
  trial.canvas.setAttribute('aria-label', `Raster of the spikes of ${report.rings.length === 1 ? 'a ring' : `${report.rings.length} rings`} and the random network over `
    + `${report.parameters.T} ms, and the length of each ring's activity vector. ${inputTimes(report.parameters.T)}`
    + (held.length ? `A memory is held at the end in ${rings(held)}.` : 'No memory is held at the end.'));
  addToPicture({scene: {...picture.scenes[picture.scenes.length - 1], spikes: []}});
}

// Where everything stands, in pixels: lanes of the rings from the top, the random network, the lengths, the axis of time.
function layout({P, Ns, NR, steps, cued}) {
  const width = trial.canvas.clientWidth, left = width < 500 ? 72 : 84, right = 6;
  const lane = Math.max(8, Math.min(36, 288 / P)), random = {top: P * lane + 8, height: 56}, lengths = {top: P * lane + 76, height: 80};
  return {P, Ns, NR, steps, cued, width, left, lane, random, lengths, height: lengths.top + lengths.height + 36,
    x: step => left + (width - left - right) * step / steps,
    y: (ring, neuron) => (ring + 1 - neuron / Ns) * lane};
}

// Only what is new is drawn while a trial runs; at its end, and when the width or the colours change, everything.
function draw() {
  picture.asked = false;
  const {canvas} = trial, {scenes, report} = picture;
  if (trial.one.hidden || scenes.length === 0) return;
  const place = layout(scenes[scenes.length - 1]), pen = canvas.getContext('2d'), dots = devicePixelRatio || 1;
  if (picture.drawn === 0) {
    canvas.style.height = `${place.height}px`;
    canvas.width = Math.round(place.width * dots), canvas.height = Math.round(place.height * dots);
    pen.setTransform(dots, 0, 0, dots, 0, 0);
    drawFrame(pen, place, report);
  }
  drawSpikes(pen, place, scenes.slice(picture.drawn), report);
  picture.drawn = scenes.length;
  if (report) drawEdges(pen, place), drawVectors(pen, place, scenes, report);
}

function drawFrame(pen, place, report) {
  const {P, width, left, lane, random, lengths, height} = place, quiet = colour('quiet');
  pen.font = '11px system-ui, sans-serif';
  pen.clearRect(0, 0, width, height);
  for (const epoch of epochs(place)) drawInput(pen, place, epoch);
  pen.strokeStyle = colour('rule');
  for (const [top, tall] of [...Array.from({length: P}, (_, ring) => [ring * lane, lane]), [random.top, random.height], [lengths.top, lengths.height]])
    pen.strokeRect(left, top + .5, width - left - 6, tall);
  pen.textAlign = 'right', pen.fillStyle = quiet;
  if (lane >= 12) for (let ring = 0; ring < P; ring++) {
    const memory = report && report.rings[ring].memory !== 'none' && lane >= 28 ? report.rings[ring].memory : '';
    pen.fillText(`ring ${ring}`, left - 6, (ring + .5) * lane + (memory ? -2 : 4));
    pen.fillText(memory, left - 6, (ring + .5) * lane + 11);
  }
  pen.fillText('random', left - 6, random.top + random.height / 2 + 4);
}

// The inputs of an epoch stand behind the spikes, neuron by neuron: a tint for those that excite, lines for those that
// inhibit, the stronger the denser.  Neighbours of the same tint are one rectangle.
function drawInput(pen, place, {values, begin, wide}) {
  const most = Math.max(...picture.inputs.map(({values}) => values ? values.reduce((most, s) => Math.max(most, Math.abs(s)), 0) : 0));
  const level = s => Math.sign(s) * Math.ceil(6 * Math.sqrt(Math.abs(s) / most)), excite = colour('excite'), inhibit = colour('inhibit');
  for (const {high, low, value} of stretches(place, values, level)) {
    pen.fillStyle = value > 0 ? excite : inhibit, pen.globalAlpha = .12 + .08 * Math.abs(value);
    if (value > 0) pen.fillRect(begin, high, wide, low - high);
    else for (let line = 3 * Math.ceil(high / 3); line < low; line += 3) pen.fillRect(begin, line, wide, 1);
  }
  pen.fillStyle = colour('shade'), pen.globalAlpha = 1;
  pen.fillRect(begin, place.lengths.top, wide, place.lengths.height);
}
// Neighbours of one kind that is not zero: of a ring or of the random network, from the pixel high to low.
function* stretches({P, Ns, NR, lane, random}, values, kind) {
  const rows = Array.from({length: P}, (_, ring) => [ring * Ns, Ns, ring * lane, lane]);
  for (const [first, count, top, tall] of [...rows, [P * Ns, NR, random.top, random.height]])
    for (let neuron = 0, end; neuron < count; neuron = end) {
      const value = kind(values[first + neuron]);
      for (end = neuron + 1; end < count && kind(values[first + end]) === value;) end++;
      if (value !== 0) yield {high: top + tall * (1 - end / count), low: top + tall * (1 - neuron / count), value};
    }
}
function* epochs({steps, x}) {
  for (const [k, {from, values}] of picture.inputs.entries()) {
    const end = k + 1 < picture.inputs.length ? picture.inputs[k + 1].from : steps;
    if (values && from < steps && values.some(s => s !== 0)) yield {values, begin: x(from), wide: x(Math.min(end, steps)) - x(from)};
  }
}
// Spikes hide a tint where there are many: what is excited has an edge, and the random network a bar above it.
function drawEdges(pen, place) {
  const excite = colour('excite'), inhibit = colour('inhibit'), {random} = place;
  pen.lineWidth = 1, pen.strokeStyle = excite;
  for (const {values, begin, wide} of epochs(place)) {
    for (const {high, low, value} of stretches(place, values, Math.sign))
      if (value > 0 && low - high > 3) pen.strokeRect(begin, high + .5, wide, low - high - 1);
    const strongest = values.subarray(place.P * place.Ns).reduce((most, s) => Math.abs(s) > Math.abs(most) ? s : most, 0);
    pen.fillStyle = strongest > 0 ? excite : inhibit;
    if (strongest !== 0) pen.fillRect(begin, random.top - 5, wide, 3);
  }
}

function drawSpikes(pen, {P, Ns, NR, cued, random, x, y}, scenes, report) {
  const all = scenes.reduce((sum, {spikes}) => sum + spikes.length / 2, 0), thin = report ? Math.max(.3, Math.min(1, 60000 / all)) : 1;
  const kinds = Array.from({length: P}, (_, ring) => colour(cued[ring] ? 'cued' : 'uncued')), other = colour('random');
  for (const {spikes} of scenes)
    for (let k = 0; k < spikes.length; k += 2) {
      const ring = Math.floor(spikes[k + 1] / Ns), sensory = ring < P;
      pen.fillStyle = sensory ? kinds[ring] : other, pen.globalAlpha = sensory ? 1 : thin;
      pen.fillRect(x(spikes[k]) - .5, (sensory ? y(ring, spikes[k + 1] - ring * Ns)
        : random.top + random.height * (1 - (spikes[k + 1] - P * Ns) / NR)) - .5, 1.1, 1.1);
    }
  pen.globalAlpha = 1;
}

// A scene has the vectors of the 20 ms before it, so they stand 10 ms earlier.  Patterns have no order in which to draw one.
function drawVectors(pen, place, scenes, report) {
  const {P, Ns, left, width, lengths, x, y, steps} = place, {T, threshold, sensory} = report.parameters;
  const side = sensory === 'surface' ? Math.round(Math.sqrt(Ns)) : 0, timed = scenes.slice(0, -1), middle = 10 * steps / T;
  const most = 1.1 * Math.max(threshold, ...timed.map(({places}) => Math.max(...places.filter((_, k) => k % 3 === 0))));
  const height = hertz => lengths.top + lengths.height * (1 - hertz / most);
  pen.lineWidth = 1.5, pen.lineJoin = 'round';
  for (let ring = 0; ring < P; ring++) {
    pen.strokeStyle = colour(report.rings[ring].cued ? 'cued' : 'uncued');
    pen.beginPath();
    for (const {step, places} of timed) pen.lineTo(x(step - middle), height(places[3 * ring]));
    pen.stroke();
    if (sensory === 'patterns') continue;
    pen.strokeStyle = colour('ink');
    pen.beginPath();
    let last = NaN;
    for (const {step, places} of timed) {
      const neuron = places[3 * ring + 1] + (side ? side * Math.round(places[3 * ring + 2]) : 0), near = Math.abs(neuron - last) < Ns / 2;
      if (places[3 * ring] > threshold) pen[near ? 'lineTo' : 'moveTo'](x(step - middle), y(ring, neuron));
      last = places[3 * ring] > threshold ? neuron : NaN;
    }
    pen.stroke();
  }
  pen.lineWidth = 1, pen.strokeStyle = colour('ink'), pen.fillStyle = colour('quiet');
  pen.setLineDash([4, 3]);
  pen.beginPath();
  pen.moveTo(left, height(threshold)), pen.lineTo(width - 6, height(threshold));
  pen.stroke();
  pen.setLineDash([]);
  pen.textAlign = 'right';
  pen.fillText(`${threshold} Hz`, left - 6, height(threshold) + 4);
  if (height(threshold) - lengths.top > 24) pen.fillText(`${Math.floor(most)} Hz`, left - 6, height(Math.floor(most)) + 8);
  drawTimes(pen, place, T);
}

function drawTimes(pen, {left, width, lengths, steps, x}, T) {
  const bottom = lengths.top + lengths.height, room = (width - left) / 60, every = [50, 100, 200, 500, 1000, 2000, 5000].find(ms => T / ms <= room) || T;
  pen.textAlign = 'center', pen.strokeStyle = colour('quiet');
  for (let ms = 0; ms <= T; ms += every) {
    pen.beginPath();
    pen.moveTo(x(steps * ms / T), bottom), pen.lineTo(x(steps * ms / T), bottom + 4);
    pen.stroke();
    if (x(steps * ms / T) < width - 10) pen.fillText(ms, x(steps * ms / T), bottom + 16);
  }
  pen.fillText('time (ms)', (left + width) / 2, bottom + 30);
}

function drawAll() {
  picture.drawn = 0;
  draw();
}
addEventListener('resize', drawAll);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);

packedModel.then(packed => {
  trial.section.hidden = false;
  showForm();
  if (packed) return;
  const word = document.createElement('p');
  word.textContent = 'This copy of the page was made without the program, since there was no compiler to WebAssembly.';
  trial.section.replaceChildren(trial.title, word);
}, error => console.error(error));
