'use strict';
// The page around the graph: draws it with Cytoscape.js, filters it, and shows the sentences behind an arrow. All text comes from
// the data block and is put on the page as text only.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  let lang = data.lang;
  const WORDS = {
    ar: { search: 'ابحث عن جهة', fit: 'أظهر الكل', language: 'English', dark: 'داكن', light: 'فاتح', period: 'الفترة', undated: 'بلا تاريخ', families: 'نوع العلاقة',
      types: 'العلاقات', polarity: 'الإثبات والنفي', affirmed: 'مثبت', denied: 'منفي', strength: 'أقل عدد من المصادر', sources: 'المصادر', reset: 'أزل المرشحات',
      shown: (n, all) => `${n} من ${all} علاقة`, hint: 'اضغط على سهم لترى جمله، أو على جهة لترى علاقاتها.', none: 'لا توجد علاقات توافق هذا الاختيار.',
      says: 'قال', article: 'نص المقال', more: (n) => `وغيرها: ${n}`, claims: (n) => `عدد الجمل: ${n}`, graph: 'شبكة العلاقات', unnamed: 'مصدر غير مسمى',
      modal: { future: 'مستقبل', possible: 'محتمل', necessary: 'مطلوب' }, confidence: 'الثقة' },
    en: { search: 'Find an actor', fit: 'Show all', language: 'العربية', dark: 'Dark', light: 'Light', period: 'Period', undated: 'no date', families: 'Kind of relation',
      types: 'Relations', polarity: 'Said or denied', affirmed: 'said to be so', denied: 'denied', strength: 'Least number of sources', sources: 'Sources', reset: 'Clear filters',
      shown: (n, all) => `${n} of ${all} relations`, hint: 'Choose an arrow to read its sentences, or an actor to see its relations.', none: 'No relations match this selection.',
      says: 'said by', article: 'the article itself', more: (n) => `and ${n} more`, claims: (n) => n === 1 ? '1 statement' : `${n} statements`, graph: 'network of relations', unnamed: 'unnamed source',
      modal: { future: 'future', possible: 'possible', necessary: 'called for' }, confidence: 'confidence' },
  };
  const t = () => WORDS[lang];
  const pick = (pair) => pair[lang === 'ar' ? 0 : 1] || pair[0] || pair[1];
  const familyOf = (edge) => data.types[edge.type].family;

  // ---- filters -------------------------------------------------------------------------------------------------------------
  const lastDate = data.dates.length - 1;
  const state = { from: 0, to: lastDate, families: new Set(), types: new Set(), sources: new Set(), affirmed: true, denied: true, least: 1 };
  const fresh = () => Object.assign(state, { from: 0, to: lastDate, families: new Set(data.families.map((_, i) => i)), types: new Set(data.types.map((_, i) => i)),
    sources: new Set(data.sources.map((_, i) => i)), affirmed: true, denied: true, least: 1 });
  fresh();
  const wholePeriod = () => state.from === 0 && state.to === lastDate;
  // A statement without a date (-1) counts only while the whole period is shown.
  const inPeriod = (date) => (date < 0 ? wholePeriod() : date >= state.from && date <= state.to);
  const counted = (fact) => inPeriod(fact[0]) && state.sources.has(fact[1]);
  const visible = (edge) => {
    if (!state.families.has(familyOf(edge)) || !state.types.has(edge.type)) return false;
    if (edge.denied ? !state.denied : !state.affirmed) return false;
    const sources = new Set();
    for (const fact of edge.facts) {
      if (!counted(fact)) continue;
      sources.add(fact[1]);
      if (sources.size >= state.least) return true;
    }
    return false;
  };

  // ---- the drawing ---------------------------------------------------------------------------------------------------------
  const dark = () => document.documentElement.dataset.theme === 'dark';
  const SHAPES = ['ellipse', 'round-rectangle', 'rectangle', 'hexagon', 'rhomboid', 'octagon', 'cut-rectangle', 'rectangle'];
  const HEADS = ['triangle', 'triangle-tee', 'diamond', 'triangle', 'vee'];
  const elements = () => [
    ...data.nodes.map((node, i) => ({ group: 'nodes', data: { id: `n${i}`, i }, position: { x: node.x, y: node.y } })),
    ...data.edges.map((edge, i) => ({ group: 'edges', data: { id: `e${i}`, i, source: `n${edge.s}`, target: `n${edge.t}` } })),
  ];
  const nodeOf = (element) => data.nodes[element.data('i')];
  const edgeOf = (element) => data.edges[element.data('i')];
  const style = () => {
    const ink = dark() ? '#ececec' : '#1a1a1a';
    const paper = dark() ? '#16181c' : '#ffffff';
    return [
      { selector: 'node', style: { label: (n) => pick(nodeOf(n).names), 'font-family': '"Noto Sans","Noto Naskh Arabic",Tahoma,sans-serif', color: ink,
        'font-size': (n) => 13 + Math.min(9, 2 * Math.log2(1 + nodeOf(n).weight / 4)), 'text-valign': 'center', 'text-halign': 'center', 'text-wrap': 'wrap', 'text-max-width': '215px',
        shape: (n) => SHAPES[nodeOf(n).type], width: (n) => nodeOf(n).width, height: (n) => nodeOf(n).height, 'background-color': (n) => (nodeOf(n).focus ? (dark() ? '#4a3c12' : '#fff3d1') : (dark() ? '#262a31' : '#f6f6f3')),
        'border-width': (n) => (nodeOf(n).focus ? 2 : 1), 'border-style': (n) => (nodeOf(n).type === 7 ? 'dashed' : 'solid'), 'border-color': (n) => (nodeOf(n).focus ? ink : '#7e7e7e'), 'min-zoomed-font-size': 5 } },
      { selector: 'edge', style: { label: (e) => pick(edgeOf(e).labels), 'font-family': '"Noto Sans","Noto Naskh Arabic",Tahoma,sans-serif', 'font-size': 11,
        color: (e) => data.families[familyOf(edgeOf(e))][dark() ? 'light' : 'dark'], 'text-background-color': paper, 'text-background-opacity': 0.85, 'text-background-padding': '1px',
        'min-zoomed-font-size': 9, 'curve-style': 'bezier', 'control-point-step-size': 46, width: (e) => Math.min(4.5, 1 + 0.8 * Math.log2(edgeOf(e).claims)),
        'line-color': (e) => data.families[familyOf(edgeOf(e))].colour, 'target-arrow-color': (e) => data.families[familyOf(edgeOf(e))].colour, 'target-arrow-shape': (e) => HEADS[familyOf(edgeOf(e))],
        'line-style': (e) => (edgeOf(e).denied ? 'dashed' : edgeOf(e).modal === 'fact' ? 'solid' : 'dotted'), opacity: 0.9 } },
      { selector: '.off', style: { display: 'none' } },
      { selector: '.dim', style: { opacity: 0.2 } },
      { selector: 'node:selected', style: { 'border-width': 3, 'border-color': '#0072b2' } },
      { selector: 'edge:selected', style: { width: 6, 'z-index': 9, 'min-zoomed-font-size': 0 } },
    ];
  };
  const cy = cytoscape({ container: byId('graph'), elements: elements(), style: style(), layout: { name: 'preset', fit: true, padding: 40 }, minZoom: 0.05, maxZoom: 4,
    textureOnViewport: data.edges.length > 600, hideEdgesOnViewport: data.edges.length > 1500, selectionType: 'single' });
  const nodes = data.nodes.map((_, i) => cy.getElementById(`n${i}`));
  const edges = data.edges.map((_, i) => cy.getElementById(`e${i}`));
  const empty = document.createElement('p');
  empty.className = 'empty';
  byId('graph').append(empty);

  // What is hidden now, so that a filter touches only what changes.
  const hiddenEdge = new Array(edges.length).fill(false);
  const hiddenNode = new Array(nodes.length).fill(false);
  const applyFilters = () => {
    const keep = data.nodes.map((node) => node.focus);
    let shown = 0;
    cy.batch(() => {
      data.edges.forEach((edge, i) => {
        const hide = !visible(edge);
        if (!hide) {
          ++shown;
          keep[edge.s] = keep[edge.t] = true;
        }
        if (hide !== hiddenEdge[i]) edges[i].toggleClass('off', hide);
        hiddenEdge[i] = hide;
      });
      keep.forEach((stay, i) => {
        if (hiddenNode[i] !== !stay) nodes[i].toggleClass('off', !stay);
        hiddenNode[i] = !stay;
      });
    });
    byId('shown').textContent = t().shown(shown, edges.length);
    byId('dates').replaceChildren(...(lastDate < 0 ? [t().undated] : [isolated(data.dates[state.from]), ' – ', isolated(data.dates[state.to])]));
    empty.textContent = shown === 0 ? t().none : '';
    return shown;
  };

  // ---- the panel of sentences ------------------------------------------------------------------------------------------------
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const isolated = (text, language) => {
    const bdi = make('bdi', '', text);
    if (language) bdi.lang = language;
    bdi.dir = 'auto';
    return bdi;
  };
  const marked = (sentence, marks) => {
    const out = make('bdi');
    out.lang = sentence.lang;
    out.dir = sentence.lang === 'ar' ? 'rtl' : 'ltr';
    let at = 0;
    for (const [begin, end, slot] of marks) {
      if (begin < at) continue;
      out.append(sentence.text.slice(at, begin));
      out.append(make('mark', slot, sentence.text.slice(begin, end)));
      at = end;
    }
    out.append(sentence.text.slice(at));
    return out;
  };
  const origin = (document_) => {
    const parts = [document_.source || t().unnamed, document_.date, document_.title].filter(Boolean).map((part) => `\u2068${part}\u2069`).join(' · ');
    // A link only to where a browser would go by itself; anything else is shown as text.
    if (!/^https?:\/\//i.test(document_.url)) return isolated(parts);
    const link = make('a', '', parts);
    link.href = document_.url;
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    link.dir = 'auto';
    return link;
  };
  const sentenceBlock = (proof) => {
    const sentence = data.sentences[proof.sentence];
    const block = make('blockquote');
    const text = make('p');
    text.append(marked(sentence, proof.marks));
    const meta = make('p', 'meta');
    meta.append(proof.who ? `${t().says} ` : '', proof.who ? isolated(proof.who) : t().article, ' · ');
    if (t().modal[proof.modal]) meta.append(t().modal[proof.modal], ' · ');
    if (proof.date) meta.append(isolated(proof.date), ' · ');
    meta.append(`${t().confidence} ${Math.round(proof.confidence * 100)} % · `, origin(data.documents[sentence.document]));
    block.append(text, meta);
    return block;
  };
  const heading = (edge) => {
    const title = make('h3', edge.denied ? 'denied' : '');
    title.append(isolated(pick(data.nodes[edge.s].names)), ' — ', isolated(pick(edge.labels)), ' — ', isolated(pick(data.nodes[edge.t].names)));
    return title;
  };
  const showEdge = (i) => {
    const edge = data.edges[i];
    const proofs = edge.proofs.filter((proof) => counted(proof.fact));
    const left = edge.facts.filter(counted).length - proofs.length;
    const panel = byId('detail');
    panel.replaceChildren(heading(edge), make('p', 'meta', `${pick(data.types[edge.type].names)} · ${t().claims(edge.claims)}`), ...proofs.map(sentenceBlock));
    if (left > 0) panel.append(make('p', 'meta', t().more(left)));
    panel.scrollTop = 0;
  };
  const showNode = (i) => {
    const node = data.nodes[i];
    const panel = byId('detail');
    panel.replaceChildren(make('h3', '', pick(node.names)));
    const other = node.names[lang === 'ar' ? 1 : 0];
    if (other && other !== pick(node.names)) panel.append(make('p', 'second', other));
    data.edges.forEach((edge, at) => {
      if ((edge.s !== i && edge.t !== i) || hiddenEdge[at]) return;
      const row = make('button', edge.denied ? 'row denied' : 'row');
      row.type = 'button';
      row.append(isolated(pick(data.nodes[edge.s].names)), ' — ', isolated(pick(edge.labels)), ' — ', isolated(pick(data.nodes[edge.t].names)), ` (${edge.claims})`);
      row.addEventListener('click', () => choose(edges[at]));
      panel.append(row);
    });
    panel.scrollTop = 0;
  };
  const showHint = () => byId('detail').replaceChildren(make('p', 'meta', t().hint));
  const refreshDetail = () => {
    const chosen = cy.$(':selected').first();
    if (chosen.empty()) showHint();
    else if (chosen.isNode()) showNode(chosen.data('i'));
    else showEdge(chosen.data('i'));
  };
  const choose = (element) => {
    cy.$(':selected').unselect();
    element.select();
  };
  cy.on('select', (event) => {
    const chosen = event.target;
    cy.batch(() => {
      cy.elements().addClass('dim');
      (chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes())).removeClass('dim');
    });
    refreshDetail();
  });
  cy.on('unselect', () => {
    cy.batch(() => cy.elements().removeClass('dim'));
    refreshDetail();
  });

  // ---- search ----------------------------------------------------------------------------------------------------------------
  // Letters that people write one for the other count as one: hamza seats, ta marbuta, alif maqsura, vowel signs, case, accents.
  const folded = (text) => text.normalize('NFKD').replace(/[\u0610-\u061A\u0640\u064B-\u065F\u0670\u0300-\u036F]/g, '').replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0629/g, '\u0647').replace(/\u0649/g, '\u064A').toLowerCase().trim();
  const names = data.nodes.map((node) => [...node.names, ...node.aliases].filter(Boolean).map(folded));
  const find = (text) => {
    const wanted = folded(text);
    if (!wanted) return -1;
    const whole = names.findIndex((all) => all.includes(wanted));
    return whole >= 0 ? whole : names.findIndex((all) => all.some((name) => name.includes(wanted)));
  };
  byId('search').addEventListener('change', () => {
    const i = find(byId('search').value);
    if (i < 0) return;
    choose(nodes[i]);
    cy.animate({ center: { eles: nodes[i] }, zoom: Math.max(cy.zoom(), 1) }, { duration: 200 });
  });

  // ---- controls --------------------------------------------------------------------------------------------------------------
  const checkbox = (text, checked, colour, count, changed) => {
    const label = make('label');
    const box = make('input');
    box.type = 'checkbox';
    box.checked = checked;
    box.addEventListener('change', () => {
      changed(box.checked);
      applyFilters();
      refreshDetail();
    });
    label.append(box);
    if (colour) {
      const swatch = make('span', 'swatch');
      swatch.style.background = colour;
      label.append(swatch);
    }
    label.append(isolated(text));
    if (count !== undefined) label.append(make('span', 'n', String(count)));
    return label;
  };
  const member = (set, value) => (on) => (on ? set.add(value) : set.delete(value));
  const count = (of) => {
    const counts = new Map();
    for (const edge of data.edges) counts.set(of(edge), (counts.get(of(edge)) || 0) + 1);
    return counts;
  };
  const fill = (id, title, rows) => {
    byId(id).querySelector('h2').textContent = title;
    byId(id).querySelector('.list').replaceChildren(...rows);
  };
  const drawControls = () => {
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
    byId('title').textContent = pick(data.title);
    byId('subtitle').textContent = pick(data.subtitle);
    byId('search').placeholder = t().search;
    byId('search').setAttribute('aria-label', t().search);
    byId('names').replaceChildren(...data.nodes.map((node) => Object.assign(make('option'), { value: pick(node.names) })));
    byId('fit').textContent = t().fit;
    byId('language').textContent = t().language;
    byId('theme').textContent = dark() ? t().light : t().dark;
    byId('reset').textContent = t().reset;
    byId('graph').setAttribute('aria-label', t().graph);
    byId('period').querySelector('h2').textContent = t().period;
    for (const [id, value] of [['from', state.from], ['to', state.to]]) {
      byId(id).max = String(Math.max(0, lastDate));
      byId(id).value = String(value);
      byId(id).disabled = lastDate < 1;
      byId(id).setAttribute('aria-label', t().period);
    }
    const families = count(familyOf);
    fill('families', t().families, data.families.map((family, i) => [family, i]).filter(([, i]) => families.has(i)).map(([family, i]) =>
      checkbox(pick(family.names), state.families.has(i), family.colour, families.get(i), member(state.families, i))));
    const types = count((edge) => edge.type);
    fill('types', t().types, data.types.map((type, i) => [type, i]).filter(([, i]) => types.has(i)).map(([type, i]) =>
      checkbox(pick(type.names), state.types.has(i), null, types.get(i), member(state.types, i))));
    fill('polarity', t().polarity, ['affirmed', 'denied'].map((key) => checkbox(t()[key], state[key], null, undefined, (on) => { state[key] = on; })));
    byId('strength').querySelector('h2').textContent = t().strength;
    byId('least').max = String(Math.max(1, ...data.edges.map((edge) => new Set(edge.facts.map((fact) => fact[1])).size)));
    byId('least').value = String(state.least);
    byId('least').setAttribute('aria-label', t().strength);
    byId('leastshown').textContent = String(state.least);
    fill('sources', t().sources, data.sources.map((name, i) => checkbox(name || t().unnamed, state.sources.has(i), null, undefined, member(state.sources, i))));
  };
  const moved = (id, change) => byId(id).addEventListener('input', () => {
    change(Number(byId(id).value));
    applyFilters();
    refreshDetail();
  });
  moved('from', (value) => { state.from = value; if (state.to < value) byId('to').value = String(state.to = value); });
  moved('to', (value) => { state.to = value; if (state.from > value) byId('from').value = String(state.from = value); });
  moved('least', (value) => { state.least = value; byId('leastshown').textContent = String(value); });
  byId('fit').addEventListener('click', () => cy.fit(cy.elements(':visible'), 40));
  byId('language').addEventListener('click', () => {
    lang = lang === 'ar' ? 'en' : 'ar';
    redraw();
  });
  byId('theme').addEventListener('click', () => {
    document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
    redraw();
  });
  byId('reset').addEventListener('click', () => {
    fresh();
    redraw();
  });
  const redraw = () => {
    drawControls();
    cy.style(style());
    applyFilters();
    refreshDetail();
  };
  document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  redraw();
  // For whoever scripts the page: the same doors that the controls use.
  window.isnad = { cy, state, applyFilters, redraw, find, choose: (kind, i) => choose(kind === 'node' ? nodes[i] : edges[i]) };
})();
