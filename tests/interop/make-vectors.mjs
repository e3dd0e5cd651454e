// Writes the published vectors of the envelope format, the same bytes in every run: node make-vectors.mjs [file].

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import {
  ALGORITHMS, BODY_HEADER, contextEncode, describe, EnvelopeError, headerMac, isContextName, keyRecordCreate,
  keyRecordDescribe, MAC, PREAMBLE, RSA_OAEP_256, seal, SEALED_CHUNK, wrap,
} from './envelope.mjs';
import { bytes, edit, plaintextOf, publicTestRsaKey, VECTORS } from './vectors.mjs';

const WHOLE = 2048; // a longer envelope is stored as its length and SHA-256
const hex = (data) => data.toString('hex');
const sha256 = (data) => createHash('sha256').update(data).digest();
const derived = (what, length) => sha256(Buffer.from(`amlsec public test vector/${what}`)).subarray(0, length);

// ---------------------------------------------------------------- keys

const VAULT = 'https://contoso-kv.vault.azure.net/keys';
const version = (name) => hex(derived(`version/${name}`, 16));
const aesKey = (id, uri, keyVersion = version(id)) =>
  ({ id, alg: 'A256KW', uri, version: keyVersion, key: derived(`kek/${id}`, 32) });

const K1 = aesKey('kek-1', `${VAULT}/storage`);
const K1_NEW = aesKey('kek-1-new', `${VAULT}/storage`);
const K2 = aesKey('kek-2', 'urn:example:schlüssel:zwei', '1');
const K3 = aesKey('kek-3', `urn:x:${'k'.repeat(1018)}`, 'v'.repeat(128));
const RSA = { id: 'rsa-1', alg: 'RSA-OAEP-256', uri: `${VAULT}/wrapping`, version: version('rsa-1'),
  key: publicTestRsaKey() };
const MANY = Array.from({ length: 17 }, (_, i) =>
  aesKey(`many-${i}`, 'https://contoso-kv.vault.usgovcloudapi.net/keys/many', String(i + 1)));
const FOREIGN = aesKey('foreign', 'https://fabrikam-kv.vault.azure.net/keys/foreign');
const KEYS = [K1, K1_NEW, K2, K3, RSA, ...MANY, FOREIGN];

// ---------------------------------------------------------------- contexts

const PLAIN = [['tenant', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'], ['assetKind', 'model'], ['asset', 'churn'],
  ['version', '7']];
const UNICODE = [
  ['workspace', 'Prüfstand 😀'], ['x-\ufffd', 'U+FFFD sorts before U+1F600 in UTF-8'],
  ['x-😀', 'and after it in UTF-16'],
  ['asset', 'e\u0301 is not \u00e9'], ['x-null', 'a\0b'],
];
const EMPTY_VALUE = [['tenant', ''], ['version', '']];
const PAIRS_64 = Array.from({ length: 64 }, (_, i) => [`x-${String((i * 37) % 64).padStart(2, '0')}`, `value ${i}`]);

const contextCases = [
  ['no pairs', []],
  ['one pair', [['tenant', 't']]],
  ['four pairs, given unsorted', PLAIN],
  ['names and values beyond ASCII', UNICODE],
  ['sorted by UTF-8 bytes, not by UTF-16 units', [['x-\u{1F600}', '2'], ['x-\ufffd', '1']]],
  ['empty values', EMPTY_VALUE],
  ['an empty value is not an absent one', [['tenant', '']]],
  ['no Unicode normalisation', [['x-e\u0301', 'decomposed'], ['x-\u00e9', 'composed']]],
  ['a name that begins another', [['x-ab', '2'], ['x-a', '1'], ['x-a-', '3']]],
  ['case matters', [['x-A', '1'], ['x-a', '2'], ['x-', '3']]],
  ['64 pairs', PAIRS_64],
  ['a name of 128 bytes', [[`x-${'n'.repeat(126)}`, 'v']]],
  ['a name of 128 bytes in 65 characters', [[`x-${'é'.repeat(63)}`, 'v']]],
  ['16,384 bytes in all', [['x-long', 'v'.repeat(16_384 - 2 - 2 - 6 - 4)]]],
  ['any names', [['purpose', 'backup'], ['é', ''], [' ', 'a blank is a name']]],
  ['16,385 bytes in all', [['x-long', 'v'.repeat(16_385 - 2 - 2 - 6 - 4)]], 'TooLong'],
  ['a duplicate', [['tenant', 'a'], ['tenant', 'b']], 'DuplicateName'],
  ['a duplicate with the same value', [['x-a', '1'], ['asset', 'b'], ['x-a', '1']], 'DuplicateName'],
  ['an unpaired high surrogate in a name', [['x-\ud83d', '1']], 'UnpairedSurrogate'],
  ['an unpaired low surrogate in a value', [['x-a', 'b\ude00']], 'UnpairedSurrogate'],
  ['surrogates in the wrong order', [['x-a', '\ude00\ud83d']], 'UnpairedSurrogate'],
  ['65 pairs', [...PAIRS_64, ['tenant', 't']], 'TooManyPairs'],
  ['a name of 129 bytes', [[`x-${'n'.repeat(127)}`, 'v']], 'NameTooLong'],
  ['a name of 130 bytes in 66 characters', [[`x-${'é'.repeat(64)}`, 'v']], 'NameTooLong'],
  ['an empty name', [['', 'v']], 'EmptyName'],
];

const contexts = contextCases.map(([name, pairs, refused]) => {
  const typed = pairs.every(([n]) => isContextName(n));
  if (refused === undefined) return { name, pairs, typed, encoded: hex(contextEncode(pairs)) };
  try {
    contextEncode(pairs);
  } catch (error) {
    if (error instanceof EnvelopeError) return { name, pairs, typed, refused };
    throw error;
  }
  throw new Error(`not refused: ${name}`);
});

// ---------------------------------------------------------------- envelopes

const secrets = (name) =>
  ({ dek: derived(`dek/${name}`, 32), dekId: derived(`id/${name}`, 16), salt: derived(`salt/${name}`, 24) });
const wrapFor = (name, keks, dek) => keks.map((kek) => wrap(kek, dek, derived(`oaep/${name}/${kek.id}`, 32)));
const stored = (prefix, data) => data.length <= WHOLE
  ? { [prefix]: hex(data) }
  : { [`${prefix}Length`]: data.length, [`${prefix}Sha256`]: hex(sha256(data)) };
const stanzasJson = (stanzas) => stanzas.map((s) => ({ ...s, wrapped: hex(s.wrapped) }));
const built = new Map();

function envelope(name, keks, plaintext, context = PLAIN, stanzasFor = wrapFor) {
  const { dek, dekId, salt } = secrets(name);
  const stanzas = stanzasFor(name, keks, dek);
  const sealed = seal({ dek, dekId, salt, context, plaintext: plaintextOf(plaintext), stanzas });
  built.set(name, sealed);
  return {
    name, dek: hex(dek), dekId: hex(dekId), salt: hex(salt), context, plaintext, stanzas: stanzasJson(stanzas),
    ...stored('envelope', sealed),
  };
}

const text = (value) => ({ hex: hex(Buffer.from(value)) });
const run = (length) => ({ repeat: '000102030405060708090a0b0c', length });

// The holder of the data key may bind a stanza that does not unwrap; a reader gets past one such, not past two.
const badBefore = (count) => (name, keks, dek) =>
  wrapFor(name, keks, dek).map((s, i) => (i < count ? { ...s, wrapped: Buffer.alloc(40, i + 1) } : s));

const envelopes = [
  envelope('A256KW, five bytes', [K1], text('hello')),
  envelope('RSA-OAEP-256', [RSA], text('wrapped for an RSA key')),
  envelope('two stanzas, A256KW and RSA-OAEP-256', [K1, RSA], text('two ways in')),
  envelope('two versions of one key', [K1_NEW, K1], text('while a key rotates')),
  envelope('16 stanzas', MANY.slice(0, 16), text('sixteen ways in')),
  envelope('empty plaintext', [K1], text('')),
  envelope('one byte', [K1], { hex: '00' }),
  envelope('16,383 bytes', [K1], run(16_383)),
  envelope('16,384 bytes', [K1], run(16_384)),
  envelope('16,385 bytes', [K1], run(16_385)),
  envelope('three chunks and a bit', [K1], run(50_000)),
  envelope('256 full chunks and one byte', [K1], run(256 * 16_384 + 1)),
  envelope('no context', [K1], text('bound to nothing but itself'), []),
  envelope('context beyond ASCII', [K1], text('unicode'), UNICODE),
  envelope('context with empty values', [K1], text('empty is not absent'), EMPTY_VALUE),
  envelope('context of 64 pairs', [K1], text('sixty-four'), PAIRS_64),
  envelope('context of 16,384 bytes', [K1], text('long context'),
    contextCases.find(([n]) => n === '16,384 bytes in all')[1]),
  envelope('key URI beyond ASCII, not of a Key Vault', [K2], text('urn')),
  envelope('key URI of 1,024 bytes, version of 128', [K3], text('long names')),
  envelope('one stanza does not unwrap, the second does', [K1, K2], text('second try'), PLAIN, badBefore(1)),
];

// ---------------------------------------------------------------- detached envelopes and key records

function record(name, keks, createdAt, scope) {
  const { dek, dekId } = secrets(name);
  const stanzas = wrapFor(name, keks, dek);
  const written = keyRecordCreate({ dek, dekId, createdAt, scope, stanzas });
  built.set(`record ${name}`, written);
  return {
    name, dek: hex(dek), dekId: hex(dekId), createdAt, scope, stanzas: stanzasJson(stanzas),
    ...stored('record', written),
  };
}

const records = [
  record('scope one', [K1], 1_583_020_800, '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml'),
  record('scope two', [K1, RSA], 0, 'ß'),
  record('scope of 2,048 bytes, 16 stanzas', MANY.slice(0, 16), 253_402_300_799, 's'.repeat(2048)),
];

function detached(name, recordName, plaintext, context = PLAIN) {
  const { dek, dekId } = secrets(recordName);
  const { salt } = secrets(name);
  const sealed = seal({ dek, dekId, salt, context, plaintext: plaintextOf(plaintext) });
  built.set(name, sealed);
  return { name, record: recordName, salt: hex(salt), context, plaintext, ...stored('envelope', sealed) };
}

const detachedEnvelopes = [
  detached('detached, eleven bytes', 'scope one', text('eleven byte')),
  detached('detached, empty', 'scope one', text('')),
  detached('detached, 16,384 bytes', 'scope one', run(16_384)),
  detached('detached, context beyond ASCII', 'scope two', text('two'), UNICODE),
  detached('detached, record of 16 stanzas', 'scope of 2,048 bytes, 16 stanzas', { hex: 'ff' }, []),
];

// ---------------------------------------------------------------- what must be refused

const u16 = (value) => bytes(value.toString(16).padStart(4, '0'));
const u32 = (value) => bytes(value.toString(16).padStart(8, '0'));
const SMALL = 'A256KW, five bytes';
const small = built.get(SMALL);
const smallSecrets = secrets(SMALL);

const field = (content, length = content.length) => Buffer.concat([u16(length), content]);
function stanza(kek, dek, change = {}) {
  const { wrapped } = wrap(kek, dek, derived(`oaep/raw/${kek.id}`, 32));
  const s = { alg: ALGORITHMS[kek.alg], uri: Buffer.from(kek.uri), version: Buffer.from(kek.version), wrapped,
    ...change };
  return Buffer.concat([
    Buffer.from([s.alg]), field(s.uri, s.uriLength), field(s.version, s.versionLength),
    field(s.wrapped, s.wrappedLength),
  ]);
}

// An envelope whose MAC holds, whatever its header says: only its structure can be at fault.
function forged({ magic = 'AMLE', format = 1, suite = 1, flags = 0, count, stanzas, after = Buffer.alloc(0), length }) {
  const { dek, dekId } = smallSecrets;
  const block = Buffer.concat([Buffer.from([count ?? stanzas.length]), ...stanzas, after]);
  const covered = Buffer.concat([
    Buffer.from(magic), Buffer.from([format, suite]), u16(flags), u32(length ?? block.length + MAC), dekId, block,
  ]);
  return Buffer.concat([covered, headerMac(dek, covered), small.subarray(BODY)]);
}

const one = (change) => [stanza(K1, smallSecrets.dek, change)];
const S = PREAMBLE + 1; // the first stanza
const URI = S + 1; // length of its key URI
const VERSION = URI + 2 + K1.uri.length;
const WRAPPED = VERSION + 2 + K1.version.length;
const STANZA_END = WRAPPED + 2 + 40;
const BODY = STANZA_END + MAC;
const utf8 = (value) => Buffer.from(value);

const invalid = [];
const base = ({ name, reason, class: classOf, offset }, data, describer = describe) => ({
  name, reason, class: classOf, ...(classOf === 'malformed' ? { fault: faultOf(data, describer) } : {}),
  ...(offset === undefined ? {} : { offset }),
});

function faultOf(data, describer) {
  try {
    describer(data);
  } catch (error) {
    if (error instanceof EnvelopeError) return error.fault;
    throw error;
  }
  throw new Error('it is not malformed');
}

function bad(name, reason, classOf, offset, data, more = {}) {
  invalid.push({ ...base({ name, reason, class: classOf, offset }, data), context: PLAIN, data: hex(data), ...more });
}

const malformed = (name, reason, offset, options) => bad(name, reason, 'malformed', offset,
  forged({ stanzas: one(), ...options }));

function edited(name, reason, classOf, offset, of, edits, context = envelopes.find((e) => e.name === of)?.context
  ?? detachedEnvelopes.find((e) => e.name === of).context, more = {}) {
  const data = edit(built.get(of), edits);
  invalid.push({
    ...base({ name, reason, class: classOf, offset }, data), context, ...more,
    ...(data.length <= WHOLE ? { data: hex(data) } : { of, edits }),
  });
}

const flip = (of, at) => [{ at, remove: 1, insert: hex(Buffer.from([built.get(of)[at] ^ 1])) }];
const cut = (of, length) => [{ at: length, remove: built.get(of).length - length }];

// The preamble.
bad('nothing', 'no byte at all', 'malformed', 0, Buffer.alloc(0));
edited('cut in the data key id', 'the preamble is not whole', 'malformed', 27, SMALL, cut(SMALL, 27));
edited('cut after the preamble', 'the key block is missing', 'malformed', PREAMBLE, SMALL, cut(SMALL, PREAMBLE));
malformed('wrong magic', 'the magic is AMLX', 0, { magic: 'AMLX' });
malformed('magic of a key record', 'a key record is no envelope', 0, { magic: 'AMLK' });
malformed('unknown format', 'format 2', 4, { format: 2 });
malformed('suite 0', 'suite 0 is reserved for ever', 5, { suite: 0 });
malformed('unknown suite', 'suite 2', 5, { suite: 2 });
malformed('unknown flag, low byte', 'bit 1 of the flags', 6, { flags: 2 });
malformed('unknown flag, high byte', 'bit 15 of the flags', 6, { flags: 0x8000 });
malformed('detached with a key block', 'the flag says detached, the length of the key block is not 0', 8, { flags: 1 });
malformed('key block of length 0', 'attached without a key block', 8, { length: 0 });
malformed('key block longer than 65,536', 'the length of the key block is 65,537', 8, { length: 65_537 });
malformed('key block longer than the input', 'the length of the key block lies: 65,536', small.length,
  { length: 65_536 });

// The key block.
malformed('zero stanzas', 'a key block needs a stanza', PREAMBLE, { stanzas: [] });
malformed('17 stanzas', 'at most 16', PREAMBLE, { stanzas: MANY.map((k) => stanza(k, smallSecrets.dek)) });
malformed('count larger than the stanzas', 'the count says 2, one stanza is there', undefined, { count: 2 });
malformed('count smaller than the stanzas', 'the count says 1, two stanzas are there', STANZA_END,
  { count: 1, stanzas: [...one(), stanza(K2, smallSecrets.dek)] });
malformed('a byte after the last stanza', 'the key block holds a byte too many', STANZA_END,
  { after: Buffer.from([0]) });
malformed('algorithm 0', 'unknown algorithm', S, { stanzas: one({ alg: 0 }) });
malformed('algorithm 3', 'unknown algorithm', S, { stanzas: one({ alg: 3 }) });
malformed('duplicate stanza', 'the same algorithm, URI and version twice', STANZA_END,
  { stanzas: [...one(), ...one()] });
malformed('duplicate stanza, another wrapped key', 'the same algorithm, URI and version twice', STANZA_END,
  { stanzas: [...one(), ...one({ wrapped: Buffer.alloc(40, 7) })] });
malformed('empty key URI', 'a key URI has 1 to 1,024 bytes', S, { stanzas: one({ uri: utf8('') }) });
malformed('key URI of 1,025 bytes', 'a key URI has 1 to 1,024 bytes', S,
  { stanzas: one({ uri: utf8(`urn:${'x'.repeat(1021)}`) }) });
malformed('length of the key URI lies', 'the length runs past the key block', URI,
  { stanzas: one({ uriLength: 1024 }) });
malformed('key URI not UTF-8', 'an overlong slash', S,
  { stanzas: one({ uri: Buffer.from([0x75, 0x72, 0x6e, 0x3a, 0xc0, 0xaf]) }) });
malformed('key URI with an encoded surrogate', 'UTF-8 has no surrogates', S,
  { stanzas: one({ uri: Buffer.from([0x75, 0x3a, 0xed, 0xa0, 0x80]) }) });
malformed('blank in the key URI', 'no blanks', S, { stanzas: one({ uri: utf8('urn:a b') }) });
malformed('no-break space in the key URI', 'no blanks', S, { stanzas: one({ uri: utf8('urn:a\u00a0b') }) });
malformed('control character in the key URI', 'no control characters', S,
  { stanzas: one({ uri: utf8('urn:a\u0001') }) });
malformed('upper case in a Key Vault URI', 'a Key Vault address is lower case', S,
  { stanzas: one({ uri: utf8(`${VAULT}/Storage`) }) });
malformed('versioned Key Vault URI', 'a Key Vault address has no version', S,
  { stanzas: one({ uri: utf8(`${K1.uri}/${K1.version}`) }) });
malformed('slash after a Key Vault URI', 'a Key Vault address ends with the name', S,
  { stanzas: one({ uri: utf8(`${K1.uri}/`) }) });
malformed('blank in the key version', 'no blanks', S, { stanzas: one({ version: utf8('1 ') }) });
malformed('key version not UTF-8', 'a lone lead byte', S, { stanzas: one({ version: Buffer.from([0x31, 0xc3]) }) });
malformed('empty key version', 'a key version has 1 to 128 bytes', S, { stanzas: one({ version: utf8('') }) });
malformed('key version of 129 bytes', 'a key version has 1 to 128 bytes', S,
  { stanzas: one({ version: utf8('v'.repeat(129)) }) });
malformed('A256KW with 39 bytes', 'a key wrapped with A256KW has 40 bytes', S,
  { stanzas: one({ wrapped: Buffer.alloc(39) }) });
malformed('A256KW with 48 bytes', 'a key wrapped with A256KW has 40 bytes', S,
  { stanzas: one({ wrapped: Buffer.alloc(48) }) });
malformed('RSA-OAEP-256 with 255 bytes', 'at least 256 bytes', S,
  { stanzas: one({ alg: RSA_OAEP_256, wrapped: Buffer.alloc(255) }) });
malformed('RSA-OAEP-256 with 2,049 bytes', 'at most 2,048 bytes', S,
  { stanzas: one({ alg: RSA_OAEP_256, wrapped: Buffer.alloc(2049) }) });
malformed('length of the wrapped key lies', 'the length runs past the key block', WRAPPED,
  { stanzas: one({ alg: RSA_OAEP_256, wrappedLength: 2048 }) });

// The body, by its length alone: it does not open, and that is all.
edited('no body', 'a body has 72 bytes at least', 'authentication', undefined, SMALL, cut(SMALL, BODY));
edited('salt and commitment only', 'no chunk at all', 'authentication', undefined, SMALL,
  cut(SMALL, BODY + BODY_HEADER));
edited('cut inside the only tag', 'a chunk has 16 bytes at least', 'authentication', undefined, SMALL,
  cut(SMALL, BODY + BODY_HEADER + 15));
edited('cut at a chunk border', 'the short last chunk is missing', 'authentication', undefined,
  '16,385 bytes', cut('16,385 bytes', BODY + BODY_HEADER + SEALED_CHUNK));
edited('detached, no body', 'a body has 72 bytes at least', 'authentication', undefined, 'detached, empty',
  cut('detached, empty', PREAMBLE), PLAIN, { records: ['scope one'] });

// No key that is allowed.
bad('a foreign vault', 'its only stanza names a key that is not allowed', 'notAllowed', undefined,
  forged({ stanzas: [stanza(FOREIGN, smallSecrets.dek)] }),
    { allowed: KEYS.filter((k) => k !== FOREIGN).map((k) => k.id) });
edited('detached, the data key of another scope', 'its data key id is not among the allowed', 'notAllowed', undefined,
  'detached, eleven bytes', [], PLAIN, { records: ['scope two'] });

// After the data key: one refusal for all.
edited('wrong context', 'asset churn2 instead of churn', 'authentication', undefined, SMALL, [],
  PLAIN.map(([n, v]) => [n, n === 'asset' ? 'churn2' : v]));
edited('context left out', 'no pairs instead of four', 'authentication', undefined, SMALL, [], []);
edited('MAC flipped', 'one bit of the first byte of the MAC', 'authentication', undefined, SMALL,
  flip(SMALL, STANZA_END));
edited('MAC flipped at its end', 'one bit of the last byte of the MAC', 'authentication', undefined, SMALL,
  flip(SMALL, BODY - 1));
edited('data key id flipped', 'the MAC covers the preamble', 'authentication', undefined, SMALL, flip(SMALL, 27));
edited('wrapped key flipped', 'it does not unwrap', 'authentication', undefined, SMALL, flip(SMALL, WRAPPED + 10));
{
  const name = 'two versions of one key';
  const size = (built.get(name).readUInt32BE(8) - 1 - MAC) / 2;
  edited('stanzas swapped', 'the MAC covers their order', 'authentication', undefined, name,
    [{ at: S, remove: 2 * size, copy: [S + size, size] }, { at: S + size, copy: [S, size] }]);
  edited('wrapped key of another envelope', 'the key that unwraps has another MAC key', 'authentication', undefined,
    SMALL,
    [{ at: WRAPPED + 2, remove: 40, insert: hex(built.get('one byte').subarray(WRAPPED + 2, WRAPPED + 42)) }]);
  edited('body of another envelope', 'another data key', 'authentication', undefined, SMALL,
    [{ at: BODY, remove: small.length - BODY, insert: hex(built.get('one byte').subarray(BODY)) }]);
}
{
  const name = 'two stanzas do not unwrap, the third does';
  const { dek, dekId, salt } = secrets(name);
  const stanzas = badBefore(2)(name, [K1, K1_NEW, K2], dek);
  bad(name, 'at most two unwraps an open', 'authentication', undefined,
    seal({ dek, dekId, salt, context: PLAIN, plaintext: utf8('third'), stanzas }));
}
edited('salt flipped', 'the commitment does not match', 'authentication', undefined, SMALL, flip(SMALL, BODY));
edited('commitment flipped', 'the commitment does not match', 'authentication', undefined, SMALL,
  flip(SMALL, BODY + 24));
edited('ciphertext flipped', 'the tag does not match', 'authentication', undefined, SMALL, flip(SMALL, BODY + 56));
edited('tag flipped', 'the tag does not match', 'authentication', undefined, SMALL, flip(SMALL, small.length - 1));
edited('last byte missing', 'the tag does not match', 'authentication', undefined, SMALL, cut(SMALL, small.length - 1));
edited('trailing byte', 'the tag does not match', 'authentication', undefined, SMALL,
  [{ at: small.length, insert: '00' }]);
{
  const long = 'three chunks and a bit';
  const first = built.get(long).readUInt32BE(8) + PREAMBLE + BODY_HEADER;
  const second = first + SEALED_CHUNK;
  const length = built.get(long).length;
  edited('cut inside the second chunk', 'a short chunk that was none', 'authentication', undefined, long,
    cut(long, second + 1000));
  edited('chunks swapped', 'the first and the second', 'authentication', undefined, long,
    [{ at: first, remove: SEALED_CHUNK, copy: [second, SEALED_CHUNK] },
      { at: second, remove: SEALED_CHUNK, copy: [first, SEALED_CHUNK] }]);
  edited('chunk repeated', 'the first instead of the second', 'authentication', undefined, long,
    [{ at: second, remove: SEALED_CHUNK, copy: [first, SEALED_CHUNK] }]);
  edited('chunk dropped', 'the second', 'authentication', undefined, long, [{ at: second, remove: SEALED_CHUNK }]);
  edited('bytes after the short last chunk', 'a whole chunk follows it', 'authentication', undefined, long,
    [{ at: length, copy: [first, SEALED_CHUNK] }]);
}
edited('detached, wrong context', 'no pairs instead of four', 'authentication', undefined, 'detached, eleven bytes',
  [], [],
  { records: ['scope one'] });
edited('detached, data key id flipped and allowed', 'the body is bound to the data key id', 'authentication', undefined,
  'detached, eleven bytes',
  [{ at: 12, remove: 16, insert: hex(secrets('scope two').dekId) }], PLAIN, { records: ['scope one', 'scope two'] });

// Key records.
const invalidRecords = [];
const RECORD = 'record scope one';
const goodRecord = built.get(RECORD);
const SCOPE = 32;
const RS = SCOPE + 2 + goodRecord.readUInt16BE(SCOPE);
function badRecord(name, reason, classOf, offset, edits) {
  const data = edit(goodRecord, edits);
  invalidRecords.push({ ...base({ name, reason, class: classOf, offset }, data, keyRecordDescribe), data: hex(data) });
}
const put = (at, insert) => [{ at, remove: insert.length / 2, insert }];
badRecord('record with the magic of an envelope', 'AMLE', 'malformed', 0, put(0, hex(utf8('AMLE'))));
badRecord('record of an unknown format', 'format 2', 'malformed', 4, put(4, '02'));
badRecord('record of an unknown suite', 'suite 0', 'malformed', 5, put(5, '00'));
badRecord('record whose reserved field is used', 'it must be 0', 'malformed', 6, put(6, '0001'));
badRecord('record from after the year 9999', 'one second too late', 'malformed', 24, put(24, '0000003afff44180'));
badRecord('record with an empty scope', 'a scope has 1 to 2,048 bytes', 'malformed', SCOPE,
  [{ at: SCOPE, remove: RS - SCOPE, insert: '0000' }]);
badRecord('record whose scope runs past the end', 'the length lies', 'malformed', goodRecord.length,
  put(SCOPE, '0800'));
badRecord('record with a scope of 2,049 bytes', 'a scope has 1 to 2,048 bytes', 'malformed', SCOPE,
  [{ at: SCOPE, remove: RS - SCOPE, insert: hex(field(Buffer.alloc(2049, 0x73))) }]);
badRecord('record whose scope is not UTF-8', 'a lone continuation byte', 'malformed', SCOPE, put(SCOPE + 2, '80'));
badRecord('record with zero stanzas', 'a key block needs a stanza', 'malformed', RS, put(RS, '00'));
badRecord('record cut in its MAC', 'the MAC has 32 bytes', 'malformed', goodRecord.length - MAC,
  [{ at: goodRecord.length - 1, remove: 1 }]);
badRecord('record with a trailing byte', 'nothing follows the MAC', 'malformed', goodRecord.length - MAC,
  [{ at: goodRecord.length, insert: '00' }]);
badRecord('record with another creation time', 'the MAC covers it', 'authentication', undefined, put(31, '01'));
badRecord('record with another scope', 'the MAC covers it', 'authentication', undefined,
  put(SCOPE + 2, hex(utf8('S'))));
badRecord('record with another data key id', 'the MAC covers it', 'authentication', undefined, put(8, '00'));
badRecord('record whose MAC is flipped', 'one bit', 'authentication', undefined, put(goodRecord.length - 1,
  hex(Buffer.from([goodRecord[goodRecord.length - 1] ^ 0x80]))));

// ---------------------------------------------------------------- the file

const file = {
  format: 'amlsec/envelope/v1',
  description: 'docs/envelope-format.md says what the bytes mean, tests/interop/README.md what the members mean.',
  warning: 'Every key in this file is public. None of them may protect anything.',
  keys: KEYS.map((k) => ({ ...k, key: hex(k.key) })),
  contexts,
  envelopes,
  records,
  detached: detachedEnvelopes,
  invalid,
  invalidRecords,
};
writeFileSync(process.argv[2] ?? VECTORS, `${JSON.stringify(file, null, 1)}\n`);
const kinds = Object.keys(file).filter((member) => Array.isArray(file[member]));
console.log(kinds.map((kind) => `${file[kind].length} ${kind}`).join(', '));
