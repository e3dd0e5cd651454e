// A second implementation of docs/audit-format.md and docs/note-format.md, written from those pages. Node.js 20,
// standard modules only. For tests.

import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';

export const MAX_RECORD = 65_536;
export const BUNDLE = 256;

/** The bytes are not a record: `offset` is the first byte that does not fit. */
export class RecordError extends Error {
  constructor(offset) {
    super(`the byte at ${offset} does not fit`);
    this.offset = offset;
  }
}

/** A note, a key or a checkpoint is refused; `finding` is the kind that a report gives it. */
export class NoteError extends Error {
  constructor(reason, finding = 'checkpointUnreadable') {
    super(reason);
    this.finding = finding;
  }
}

// ---------------------------------------------------------------- the bytes of a record

// Every step consumes what may stand at its place and fails at the first byte that no record could have there: the
// offset of a failure is the length of the longest prefix that the bytes share with any record.
class Cursor {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get byte() { return this.bytes[this.at]; }

  fail() { throw new RecordError(this.at); }

  /** Takes the one of some texts in ASCII that stands here, none of them the start of another. */
  choose(texts) {
    let left = texts;
    for (let i = 0; ; i++, this.at++) {
      const done = left.find((text) => text.length === i);
      if (done !== undefined) return done;
      left = left.filter((text) => text.charCodeAt(i) === this.byte);
      if (left.length === 0) this.fail();
    }
  }

  /** Takes a byte within bounds, which are included. */
  within(low, high) {
    if (!(this.byte >= low && this.byte <= high)) this.fail();
    return this.bytes[this.at++];
  }

  digit(low, high) { return this.within(0x30 + low, 0x30 + high) - 0x30; }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SHORT_ESCAPES = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' };
const LONG_ESCAPES = Array.from({ length: 32 }, (_, code) => code)
  .filter((code) => !'\b\t\n\f\r'.includes(String.fromCharCode(code)))
  .map((code) => `u${code.toString(16).padStart(4, '0')}`);
const ESCAPES = [...Object.keys(SHORT_ESCAPES), ...LONG_ESCAPES];

// Unicode 3.9, table 3-7: the first byte, the bounds of the second one, the bytes in all.
const SEQUENCES = [
  [0xc2, 0xdf, 0x80, 0xbf, 2], [0xe0, 0xe0, 0xa0, 0xbf, 3], [0xe1, 0xec, 0x80, 0xbf, 3], [0xed, 0xed, 0x80, 0x9f, 3],
  [0xee, 0xef, 0x80, 0xbf, 3], [0xf0, 0xf0, 0x90, 0xbf, 4], [0xf1, 0xf3, 0x80, 0xbf, 4], [0xf4, 0xf4, 0x80, 0x8f, 4],
];

function readCharacter(cursor, unitsLeft) {
  const first = cursor.byte;
  if (first === BACKSLASH) {
    cursor.at++;
    const escape = cursor.choose(ESCAPES);
    return SHORT_ESCAPES[escape] ?? String.fromCharCode(parseInt(escape.slice(1), 16));
  }
  if (first < 0x80) return String.fromCharCode(cursor.within(0x20, 0x7f));
  const sequence = SEQUENCES.find(([low, high]) => first >= low && first <= high);
  if (sequence === undefined || (sequence[4] === 4 && unitsLeft < 2)) cursor.fail();
  const start = cursor.at++;
  cursor.within(sequence[2], sequence[3]);
  while (cursor.at < start + sequence[4]) cursor.within(0x80, 0xbf);
  return cursor.bytes.toString('utf8', start, cursor.at);
}

// ---------------------------------------------------------------- types of values

const text = (max) => (cursor) => {
  cursor.within(QUOTE, QUOTE);
  let value = '';
  while (value.length === 0 || cursor.byte !== QUOTE) {
    if (value.length === max || (value.length === 0 && cursor.byte === QUOTE)) cursor.fail();
    value += readCharacter(cursor, max - value.length);
  }
  cursor.at++;
  return value;
};

const word = (...words) => (cursor) => JSON.parse(cursor.choose(words.map((one) => `"${one}"`)));

const integerFrom = (low) => (cursor) => {
  let value = cursor.digit(low, 9);
  while (value !== 0 && cursor.byte >= 0x30 && cursor.byte <= 0x39) {
    const next = BigInt(value) * 10n + BigInt(cursor.byte - 0x30);
    if (next > BigInt(Number.MAX_SAFE_INTEGER)) cursor.fail();
    value = Number(next);
    cursor.at++;
  }
  return value;
};

const integer = integerFrom(0);

const statusCode = (cursor) => cursor.digit(1, 5) * 100 + cursor.digit(0, 9) * 10 + cursor.digit(0, 9);

const versionOne = (cursor) => cursor.digit(1, 1);

const hash = (cursor) => {
  cursor.within(QUOTE, QUOTE);
  const start = cursor.at;
  const digits = [...'0123456789abcdef'];
  while (cursor.at < start + 64) cursor.choose(digits);
  cursor.within(QUOTE, QUOTE);
  return cursor.bytes.toString('latin1', start, start + 64);
};

const daysOf = (year, month) => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
};

// Takes two digits of a number within bounds, which are included.
function twoDigits(cursor, low, high) {
  const tens = cursor.digit(Math.floor(low / 10), Math.floor(high / 10));
  return tens * 10 + cursor.digit(Math.max(low - tens * 10, 0), Math.min(high - tens * 10, 9));
}

const time = (cursor) => {
  const start = cursor.at + 1;
  cursor.choose(['"']);
  let year = 0;
  for (let i = 0; i < 4; i++) year = year * 10 + cursor.digit(i === 3 && year === 0 ? 1 : 0, 9);
  cursor.choose(['-']);
  const month = twoDigits(cursor, 1, 12);
  cursor.choose(['-']);
  twoDigits(cursor, 1, daysOf(year, month));
  cursor.choose(['T']);
  twoDigits(cursor, 0, 23);
  cursor.choose([':']);
  twoDigits(cursor, 0, 59);
  cursor.choose([':']);
  twoDigits(cursor, 0, 59);
  cursor.choose(['.']);
  for (let i = 0; i < 7; i++) cursor.digit(0, 9);
  cursor.choose(['Z"']);
  return cursor.bytes.toString('latin1', start, cursor.at - 1);
};

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

// Base64url of whole bytes without bits left over: only the closing quote can be wrong for those.
const base64url = (max) => (cursor) => {
  cursor.within(QUOTE, QUOTE);
  const start = cursor.at;
  const digits = [...BASE64URL];
  for (let last = 0; ; last = BASE64URL.indexOf(cursor.choose(digits))) {
    const length = cursor.at - start;
    const ends = [length > 0, false, last % 16 === 0, last % 4 === 0][length % 4];
    if (ends && cursor.byte === QUOTE) break;
    if (length === max) cursor.fail();
  }
  return cursor.bytes.toString('latin1', start, cursor.at++);
};

const list = (max, item) => (cursor) => {
  cursor.choose(['[']);
  const values = [];
  do {
    values.push(item(cursor));
  } while (cursor.choose(values.length < max ? [',', ']'] : [']']) === ',');
  return values;
};

// A member of an object: a `fixed` one has one word as its value, by which the forms of an object differ.
const required = (name, type) => ({ name, type, isRequired: true });
const optional = (name, type) => ({ name, type, isRequired: false });
const fixed = (name, value) => ({ name, value, isRequired: true });

/** An object of one of some forms, each a list of members in order. With `isAnyOf` it has at least one of them. */
const object = (forms, isAnyOf = false) => (cursor) => {
  cursor.choose(['{']);
  const value = {};
  let open = forms.map((members) => ({ members, next: 0 }));
  for (let isFirst = true; ; isFirst = false) {
    const steps = new Map();
    for (const { members, next } of open) {
      const last = members.findIndex((member, i) => i >= next && member.isRequired);
      members.slice(next, last < 0 ? undefined : last + 1).forEach((member, i) => {
        const key = `${isFirst ? '' : ','}"${member.name}":${member.value === undefined ? '' : `"${member.value}"`}`;
        if (!steps.has(key)) steps.set(key, { member, open: [] });
        steps.get(key).open.push({ members, next: next + i + 1 });
      });
      if (last < 0 && !(isAnyOf && isFirst)) steps.set('}', null);
    }
    const step = steps.get(cursor.choose([...steps.keys()]));
    if (step === null) return value;
    value[step.member.name] = step.member.value ?? step.member.type(cursor);
    open = step.open;
  }
};

// ---------------------------------------------------------------- record

const slot = object([
  [required('plain', text(2_048))],
  [required('key', text(128)), required('pseudonym', hash)],
  [required('sealed', base64url(8_448)), required('subject', text(128))],
]);

const actor = object([
  ...['guest', 'managedIdentity', 'other', 'servicePrincipal', 'user'].map((kind) => [
    required('id', text(128)), fixed('kind', kind), optional('name', slot), optional('tenant', text(128)),
  ]),
  [fixed('kind', 'runToken'), required('run', text(256)), required('workspace', text(2_048))],
  [fixed('kind', 'unattributed'), required('why', word('anonymous', 'notNamed', 'unreadable'))],
]);

const authentication = object([[
  optional('client', text(128)),
  optional('methods', list(16, text(64))),
  optional('mfa', word('notSatisfied', 'notStated', 'satisfied')),
  optional('origin', slot),
  optional('tokenHash', hash),
  optional('userAgent', slot),
]], true);

const outcome = object([
  [required('evidence', text(1_024)), fixed('kind', 'allowed')],
  [fixed('kind', 'denied'), required('reason', text(1_024))],
  [required('code', text(1_024)), fixed('kind', 'failed')],
  [fixed('kind', 'started')],
  [fixed('kind', 'succeeded')],
]);

const scoring = object([[
  optional('computeType', text(1_024)),
  optional('duration', integer),
  optional('httpMethod', text(64)),
  optional('requestId', text(128)),
  optional('requestUrl', slot),
  optional('statusCode', statusCode),
  optional('userAgent', slot),
]], true);

const trace = object([[optional('policy', hash), optional('rules', list(64, text(64)))]], true);

const record = object([[
  required('actor', actor),
  optional('authentication', authentication),
  optional('clockStep', integerFrom(1)),
  optional('correlationId', text(128)),
  required('eventId', text(128)),
  required('index', integer),
  required('occurredAt', time),
  required('operation', text(2_048)),
  optional('operationId', text(128)),
  required('outcome', outcome),
  required('recordedAt', time),
  optional('scoring', scoring),
  required('source', text(128)),
  required('target', text(2_048)),
  optional('trace', trace),
  required('v', versionOne),
]]);

/** Reads a record, or throws a RecordError with the first byte that does not fit. */
export function readRecord(bytes) {
  const cursor = new Cursor(bytes);
  try {
    const value = record(cursor);
    if (cursor.at < bytes.length) cursor.fail();
    if (bytes.length > MAX_RECORD) throw new RecordError(MAX_RECORD);
    return value;
  } catch (error) {
    if (error instanceof RecordError && error.offset > MAX_RECORD) throw new RecordError(MAX_RECORD);
    throw error;
  }
}

// RFC 8785, section 3.2.3: by the UTF-16 units of the names, which is how strings compare here.
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
}

/** Writes a record from a plain object; throws a RecordError if it is none. */
export function writeRecord(value) {
  const bytes = Buffer.from(JSON.stringify(sorted(value)), 'utf8');
  readRecord(bytes);
  return bytes;
}

// ---------------------------------------------------------------- tree: RFC 9162, section 2.1

const sha256 = (...parts) => parts.reduce((digest, part) => digest.update(part), createHash('sha256')).digest();

export const leafHash = (bytes) => sha256(Buffer.from([0]), bytes);
export const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);

// The largest power of two below n.
function split(n) {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Returns the root of leaf hashes. */
export function rootOf(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  const k = split(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

// The same of leaves behind others, of which only the roots of their largest full trees are left, from the left.
function rootBehind({ size, hashes }, leaves) {
  if (size === 0) return rootOf(leaves);
  if (hashes.length === 1 && leaves.length === 0) return hashes[0];
  const k = split(size + leaves.length);
  if (size >= k) return nodeHash(hashes[0], rootBehind({ size: size - k, hashes: hashes.slice(1) }, leaves));
  const here = k - size;
  return nodeHash(rootBehind({ size, hashes }, leaves.slice(0, here)), rootOf(leaves.slice(here)));
}

/** Section 2.1.3.1. */
export function inclusionProof(leaves, index) {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...inclusionProof(leaves.slice(0, k), index), rootOf(leaves.slice(k))]
    : [...inclusionProof(leaves.slice(k), index - k), rootOf(leaves.slice(0, k))];
}

/** Section 2.1.3.2. */
export function verifyInclusion(leaf, index, size, proof, root) {
  if (!(index >= 0 && index < size)) return false;
  let [fn, sn, hashed] = [BigInt(index), BigInt(size) - 1n, leaf];
  for (const p of proof) {
    if (sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      hashed = nodeHash(p, hashed);
      while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      hashed = nodeHash(hashed, p);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && hashed.equals(root);
}

function subproof(m, leaves, isWhole) {
  if (m === leaves.length) return isWhole ? [] : [rootOf(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), isWhole), rootOf(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}

/** Section 2.1.4.1; nothing has to be proved of the empty tree. */
export const consistencyProof = (leaves, first) => (first === 0 ? [] : subproof(first, leaves, true));

/** Section 2.1.4.2. */
export function verifyConsistency(first, firstRoot, second, secondRoot, proof) {
  if (first > second) return false;
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  if (first === 0) return proof.length === 0 && firstRoot.equals(rootOf([]));
  let [fn, sn] = [BigInt(first) - 1n, BigInt(second) - 1n];
  const path = (BigInt(first) & fn) === 0n ? [firstRoot, ...proof] : proof;
  if (path.length === 0 || proof.length === 0) return false;
  while ((fn & 1n) === 1n) [fn, sn] = [fn >> 1n, sn >> 1n];
  let [fr, sr] = [path[0], path[0]];
  for (const c of path.slice(1)) {
    if (sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      [fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
      while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      sr = nodeHash(sr, c);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && fr.equals(firstRoot) && sr.equals(secondRoot);
}

// ---------------------------------------------------------------- notes

const MAX_NOTE = 1_048_576;
const MAX_SIGNATURES = 100;
const MAX_VKEY = 1_024;
const KEY_NAME = /^[^\p{White_Space}+]+$/u;

function fromBase64(textOf) {
  const bytes = Buffer.from(textOf, 'base64');
  if (bytes.toString('base64') !== textOf) throw new NoteError('base64 of another form');
  return bytes;
}

/** Reads a verifier key: `{ name, id, key }`. */
export function readVerifierKey(vkey) {
  const [name, id, encoded, ...rest] = vkey.length > MAX_VKEY ? [] : splitKey(vkey);
  if (encoded === undefined || rest.length > 0 || !KEY_NAME.test(name) || !/^[0-9a-f]{8}$/.test(id)) {
    throw new NoteError('not a verifier key');
  }
  const bytes = fromBase64(encoded);
  if (bytes[0] !== 2 || bytes.length !== 92) throw new NoteError('a key of another type');
  const der = bytes.subarray(1);
  if (sha256(der).toString('hex', 0, 4) !== id) throw new NoteError('a key of another id');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails.namedCurve === 'prime256v1';
  if (!isP256 || !key.export({ format: 'der', type: 'spki' }).equals(der)) throw new NoteError('not of P-256');
  return { name, id, key };
}

// Base64 has plus signs, names and ids have none.
const splitKey = (vkey) => {
  const [name, id] = vkey.split('+', 2);
  return id === undefined ? [] : [name, id, vkey.slice(name.length + id.length + 2)];
};

/** Reads a note: `{ body, signatures: [{ name, id, signature }] }`. */
export function readNote(note) {
  const bytes = Buffer.from(note, 'utf8');
  const end = note.lastIndexOf('\n\n');
  if (!note.isWellFormed() || bytes.length > MAX_NOTE || end < 0 || /[\u0000-\u0009\u000b-\u001f]/.test(note)) {
    throw new NoteError('not a note');
  }
  const lines = note.slice(end + 2).split('\n');
  if (lines.pop() !== '' || lines.length < 1 || lines.length > MAX_SIGNATURES) throw new NoteError('not a note');
  const signatures = lines.map((line) => {
    const [dash, name, encoded, ...rest] = line.split(' ');
    if (dash !== '\u2014' || encoded === undefined || rest.length > 0 || !KEY_NAME.test(name)) {
      throw new NoteError('not a signature line');
    }
    const signature = fromBase64(encoded);
    if (signature.length < 5) throw new NoteError('not a signature');
    return { name, id: signature.toString('hex', 0, 4), signature: signature.subarray(4) };
  });
  return { body: note.slice(0, end + 1), signatures };
}

/** Verifies a note with keys that are trusted and returns its body. */
export function openNote(note, vkeys) {
  const { body, signatures } = readNote(note);
  let good = 0;
  for (const { name, id, key } of vkeys.map(readVerifierKey)) {
    const signed = signatures.find((one) => one.name === name && one.id === id);
    if (signed === undefined) continue;
    if (!verifySignature('sha256', Buffer.from(body, 'utf8'), { key, dsaEncoding: 'der' }, signed.signature)) {
      throw new NoteError('a bad signature', 'signatureBad');
    }
    good++;
  }
  if (good === 0) throw new NoteError('no signature of a known key', 'keyUnknown');
  return body;
}

/** Reads the body of a checkpoint: `{ origin, size, root, extensions }`. */
export function readCheckpoint(body) {
  const lines = body.split('\n');
  if (lines.pop() !== '' || lines.length < 3 || lines.includes('')) throw new NoteError('not a checkpoint');
  const [origin, size, root, ...extensions] = lines;
  if (!/^(0|[1-9][0-9]{0,18})$/.test(size) || BigInt(size) >= 2n ** 63n) throw new NoteError('not a size');
  const bytes = fromBase64(root);
  if (bytes.length !== 32) throw new NoteError('not a root');
  return { origin, size: Number(size), root: bytes, extensions };
}

/** Writes the body of a checkpoint. */
export const writeCheckpoint = ({ origin, size, root, extensions = [] }) =>
  [origin, `${size}`, root.toString('base64'), ...extensions].map((line) => `${line}\n`).join('');

// ---------------------------------------------------------------- verification

const KINDS = [
  'nonCanonical', 'altered', 'missing', 'truncated', 'inserted', 'reordered', 'timeWentBack', 'rootMismatch', 'forked',
  'signatureBad', 'keyUnknown', 'keyRetired', 'checkpointUnreadable',
];

const at = (kind, index, to = index) => ({ kind, index, to });

// Whether a number stands behind the one below it, or before the one above it.
const isBeside = (numbers, j) => numbers[j - 1] === numbers[j] - 1 || numbers[j + 1] === numbers[j] + 1;

/** The leaf hash of some bytes, with the record that they are, or the offset of the first byte that does not fit. */
export function judgeRecord(bytes) {
  const leaf = leafHash(bytes);
  try {
    return { leaf, value: readRecord(bytes) };
  } catch (error) {
    if (error instanceof RecordError) return { leaf, offset: error.offset };
    throw error;
  }
}

// The smallest runs of places that are in order once each of them is sorted: [first, last].
function disorder(places) {
  const order = [...places].sort((a, b) => a - b);
  const found = [];
  let [start, highest] = [0, -1];
  places.forEach((place, i) => {
    highest = Math.max(highest, place);
    if (highest !== order[i]) return;
    if (i > start) found.push([order[start], order[i]]);
    start = i + 1;
  });
  return found;
}

/**
 * Aligns records with places. Of each record: `its`, the place whose record it is, `place`, that or the one that it
 * takes as another record, and `isInOrder`. Beside them `first`, where the order ends, `reordered`, and `findings`.
 */
function align(records, leafHashes, committed) {
  const known = leafHashes?.length ?? 0;
  const count = records.length;
  const numbers = records.map(({ value, gone }) => value?.index ?? gone);
  const isBelieved = (number, j) =>
    number < count || isBeside(numbers, j) || (leafHashes === undefined && j === count - 1);
  const believed = numbers.map((number, j) => (isBelieved(number, j) ? number : undefined));
  const size = believed.reduce((most, number) => Math.max(most, (number ?? -1) + 1), Math.max(known, committed));
  const isThatOf = (j, place) => (place < known ? records[j].leaf.equals(leafHashes[place]) : numbers[j] === place);

  const its = records.map(() => undefined);
  let first = 0;
  for (; first < count && isThatOf(first, first); first++) its[first] = first;

  // 1: what is in order at the end.
  let end = count;
  for (let place = size - 1; end > first && place >= first && isThatOf(end - 1, place); place--) its[--end] = place;

  // 2: what is at another place.
  const hashed = new Map((leafHashes ?? []).map((leaf, place) => [leaf.toString('hex'), place]));
  const held = new Set(its.filter((place) => place !== undefined));
  const candidates = records.map(({ leaf }, j) => {
    const place = hashed.get(leaf.toString('hex')) ?? (believed[j] >= known ? believed[j] : undefined);
    return held.has(place) ? undefined : place;
  });
  for (const isMeant of [(j) => isBeside(candidates, j), () => true]) {
    candidates.forEach((place, j) => {
      if (place === undefined || held.has(place) || !isMeant(j)) return;
      its[j] = place;
      held.add(place);
    });
  }

  // 3: what is in another order.
  const reordered = disorder(its.filter((place) => place !== undefined));
  const findings = reordered.map((run) => at('reordered', ...run));
  const isInOrder = its.map((place) =>
    place !== undefined && !reordered.some(([from, to]) => place >= from && place <= to));

  // 4: what says where it belongs.
  const place = [...its];
  const take = (j, free) => {
    place[j] = free;
    held.add(free);
    if (free < known || numbers[j] !== undefined) findings.push(at('altered', free));
  };
  numbers.forEach((number, j) => {
    if (place[j] === undefined && number < size && !held.has(number)) take(j, number);
  });

  // 5: what stands between its neighbours.
  place.forEach((one, j) => {
    if (one !== undefined) return;
    const behind = place.slice(j).find((other) => other !== undefined) ?? size;
    let free = (place.slice(0, j).findLast((other) => other !== undefined) ?? -1) + 1;
    while (held.has(free)) free++;
    if (free < behind) take(j, free);
    else findings.push(at('inserted', j));
  });

  let next = 0;
  for (const taken of [...held, size].sort((a, b) => a - b)) {
    if (taken > next) findings.push(at(taken === size ? 'truncated' : 'missing', next, taken - 1));
    next = taken + 1;
  }
  return { its, first, isInOrder, findings };
}

// Among the records that are in order; one that cannot be read has no time.
function timesThatWentBack(records, isInOrder, startRecordedAt) {
  const found = [];
  let last = startRecordedAt;
  records.forEach(({ value }, j) => {
    if (value === undefined || !isInOrder[j]) return;
    if (value.recordedAt < last) found.push(at('timeWentBack', j));
    last = value.recordedAt;
  });
  return found;
}

// A bundle is compared if each of its places has its record.
function alteredBundles(roots, leaves, its, start) {
  const leafAt = new Map(its.map((place, j) => [place, leaves[j]]).slice(start));
  return roots.flatMap((root, i) => {
    const bundle = Array.from({ length: BUNDLE }, (_, k) => leafAt.get(i * BUNDLE + k));
    const isWhole = bundle.every((leaf) => leaf !== undefined);
    return isWhole && !rootOf(bundle).equals(root) ? [at('altered', i * BUNDLE, (i + 1) * BUNDLE - 1)] : [];
  });
}

// What was committed to, by size: whether the records as they were read fit it.
function compare(start, leaves, checkpoints, bundleRoots) {
  const rootUpTo = (size) => rootBehind(start, leaves.slice(start.size, size));
  return [
    ...bundleRoots.map((root, i) => ({ root, from: i * BUNDLE, size: (i + 1) * BUNDLE, isKept: true })),
    ...checkpoints.map((one) => ({ ...one, from: start.size, isCheckpoint: true })),
  ].filter(({ from, size }) => start.size <= from && from <= size && size <= leaves.length)
    .map((one) => ({ ...one, found: one.isCheckpoint ? rootUpTo(one.size) : rootOf(leaves.slice(one.from, one.size)) }))
    .map((one) => ({ ...one, isRight: one.found.equals(one.root) }))
    .sort((a, b) => a.size - b.size);
}

// What checkpoints say where leaf hashes say nothing.
function judgeCheckpoints(compared, records, start) {
  const checkpoints = compared.filter(({ isCheckpoint }) => isCheckpoint);
  const misfit = compared.find(({ isKept, isRight }) => isKept && !isRight);
  if (checkpoints.some(({ isRight, size }) => isRight && size > misfit?.size)) {
    return [at('forked', compared.findLast(({ isRight, size }) => isRight && size < misfit.size)?.size ?? start)];
  }
  const wrong = checkpoints.find(({ isRight }) => !isRight);
  if (wrong === undefined) return [];
  const before = checkpoints.findLast(({ isRight, size }) => isRight && size < wrong.size);
  const isOutOfOrder = records.slice(0, wrong.size).some(({ value }, j) => value !== undefined && value.index !== j);
  const isBetween = before !== undefined && !isOutOfOrder;
  return [at('rootMismatch', wrong.size), ...(isBetween ? [at('altered', before.size, wrong.size - 1)] : [])];
}

function slotsIn({ actor: who, authentication: known, scoring: scored }) {
  const slots = [who.name, known?.origin, known?.userAgent, scored?.requestUrl, scored?.userAgent];
  return slots.filter((one) => one !== undefined);
}

/**
 * Verifies records, each the bytes of one, against what was kept: `{ start, startRecordedAt, leafHashes, bundleRoots,
 * checkpoints, claimed, destroyedKeys }`, hashes as bytes. `start` is of the records that are gone: their number and
 * the roots of their largest full trees, from the left, `{ size, hashes }`. `claimed` is a checkpoint that the log
 * shows, or a NoteError if its note was refused. `judge` may remember what it said of the same bytes before.
 */
export function verifyRecords(lines, evidence = {}, judge = judgeRecord) {
  const { start = { size: 0, hashes: [] }, startRecordedAt = '', bundleRoots = [], destroyedKeys = [] } = evidence;
  const claimed = evidence.claimed instanceof NoteError ? undefined : evidence.claimed;
  const checkpoints = (evidence.checkpoints ?? []).map((one) => ({ ...one, isKept: true }));
  if (claimed !== undefined) checkpoints.push({ ...claimed, isKept: false });
  const exactness = evidence.leafHashes !== undefined ? 'index'
    : bundleRoots.length > 0 ? 'bundle' : checkpoints.length > 0 ? 'interval' : 'none';
  // What is gone stands in its places, with leaf hashes that are none.
  const gone = Array.from({ length: start.size }, (_, place) => ({ leaf: Buffer.from(`${place}`), gone: place }));
  const records = [...gone, ...lines.map((bytes) => judge(bytes))];
  const leaves = records.map(({ leaf }) => leaf);
  const leafHashes = evidence.leafHashes && [...leaves.slice(0, start.size), ...evidence.leafHashes];

  const committed = Math.max(bundleRoots.length * BUNDLE, ...checkpoints.map(({ size }) => size));
  const { its, first, isInOrder, findings: aligned } = align(records, leafHashes, committed);
  const unread = records.flatMap(({ offset }, j) => (offset === undefined ? [] : { ...at('nonCanonical', j), offset }));
  let findings = [...unread, ...aligned, ...timesThatWentBack(records, isInOrder, startRecordedAt)];
  const compared = compare(start, leaves, checkpoints, exactness === 'bundle' ? bundleRoots : []);
  if (exactness === 'bundle') findings.push(...alteredBundles(bundleRoots, leaves, its, start.size));
  if (first >= (leafHashes?.length ?? 0)) {
    findings.push(...judgeCheckpoints(compared, records, start.size));
  } else if (compared.some(({ isRight, size }) => isRight && size > first)) {
    const isAnyThere = leafHashes.slice(first).some((hash) => leaves.some((leaf) => leaf.equals(hash)));
    findings = [...(isAnyThere ? findings : unread), at('forked', first)];
  }
  if (evidence.claimed instanceof NoteError) findings.push(at(evidence.claimed.finding, 0));
  findings.sort((a, b) => a.index - b.index || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.to - b.to);

  const values = records.flatMap(({ value }) => value ?? []);
  return {
    size: leaves.length,
    root: rootBehind(start, leaves.slice(start.size)).toString('hex'),
    anchored: compared.findLast(({ isCheckpoint, isKept, isRight }) => isCheckpoint && isKept && isRight)?.size ?? null,
    exactness,
    findings,
    firstAltered: findings.find(({ kind }) => kind === 'altered')?.index ?? null,
    unattributed: values.filter((value) => value.actor.kind === 'unattributed').length,
    shredded: values.filter((value) => slotsIn(value).some(({ subject }) => destroyedKeys.includes(subject))).length,
  };
}
