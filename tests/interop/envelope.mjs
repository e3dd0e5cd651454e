// A second implementation of docs/envelope-format.md, written from that page and from nothing else.
// Node.js 20, standard modules only. For tests: key bytes are not wiped, and nothing here is hardened against side
// channels beyond what node:crypto does.

import {
  createCipheriv, createDecipheriv, createHash, createHmac, createPrivateKey, createPublicKey, constants,
  privateDecrypt, publicEncrypt, randomBytes, timingSafeEqual,
} from 'node:crypto';

export const CHUNK = 16_384;
export const TAG = 16;
export const SEALED_CHUNK = CHUNK + TAG;
export const SALT = 24;
export const COMMITMENT = 32;
export const BODY_HEADER = SALT + COMMITMENT;
export const MAX_CHUNKS = 2 ** 38;
export const DEK = 32;
export const DEK_ID = 16;
export const PREAMBLE = 28;
export const MAC = 32;
export const SUITE = 1;
export const DETACHED = 1;
export const MAX_KEY_BLOCK = 65_536;
export const MAX_STANZAS = 16;
export const MAX_UNWRAPS = 2;
export const RSA_OAEP_256 = 1;
export const A256KW = 2;
export const ALGORITHMS = { 'RSA-OAEP-256': RSA_OAEP_256, A256KW };

const BODY_INFO = Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0', 'latin1');
const BODY_CONTEXT = Buffer.from('amlsec/envelope/v1\0', 'latin1');
const MAC_INFO = Buffer.from('amlsec/envelope/v1 header mac', 'latin1');
const ENVELOPE_MAGIC = Buffer.from('AMLE', 'latin1');
const RECORD_MAGIC = Buffer.from('AMLK', 'latin1');
const RECORD_SCOPE = 32;

/** A refusal. `kind` is malformed, notAllowed, authentication or argument; `offset` and `fault` belong to malformed. */
export class EnvelopeError extends Error {
  constructor(kind, reason, offset, fault) {
    super(offset === undefined ? `${kind}: ${reason}` : `${kind} at ${offset}: ${fault}, ${reason}`);
    this.kind = kind;
    this.offset = offset;
    this.fault = fault;
  }
}

const argument = (reason) => new EnvelopeError('argument', reason);
const malformed = (fault, offset, reason = fault) => new EnvelopeError('malformed', reason, offset, fault);
// One error for everything that happens after a data key was asked for: it says nothing about the cause.
const unauthentic = () => new EnvelopeError('authentication', 'it does not open');

function requireLength(bytes, length, name) {
  if (bytes.length !== length) throw argument(`${name} must be ${length} bytes`);
}

// ---------------------------------------------------------------- integers and text

const u16 = (value) => { const b = Buffer.alloc(2); b.writeUInt16BE(value); return b; };
const u32 = (value) => { const b = Buffer.alloc(4); b.writeUInt32BE(value); return b; };
const u64 = (value) => { const b = Buffer.alloc(8); b.writeBigUInt64BE(BigInt(value)); return b; };

function utf8(text, name) {
  if (!text.isWellFormed()) throw argument(`${name} has an unpaired surrogate`);
  return Buffer.from(text, 'utf8');
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

// ---------------------------------------------------------------- encryption context

export const MAX_PAIRS = 64;
export const MAX_NAME = 128;
export const MAX_CONTEXT = 16_384;
export const CONTEXT_NAMES = ['tenant', 'subscription', 'workspace', 'assetKind', 'asset', 'version'];

/** Encodes pairs `[[name, value], ...]` in their one canonical form. */
export function contextEncode(pairs) {
  if (pairs.length > MAX_PAIRS) throw argument('too many pairs');
  const encoded = pairs.map(([name, value]) => [utf8(name, 'a name'), utf8(value, 'a value')]);
  for (const [name] of encoded) {
    if (name.length === 0) throw argument('an empty name');
    if (name.length > MAX_NAME) throw argument('a name that is too long');
  }
  encoded.sort((a, b) => Buffer.compare(a[0], b[0]));
  for (let i = 1; i < encoded.length; i++) {
    if (encoded[i][0].equals(encoded[i - 1][0])) throw argument('a duplicate name');
  }
  const parts = [u16(encoded.length)];
  for (const [name, value] of encoded) parts.push(u16(name.length), name, u32(value.length), value);
  const bytes = Buffer.concat(parts);
  if (bytes.length > MAX_CONTEXT) throw argument('the context is too long');
  return bytes;
}

/** Tells whether a name may stand in a typed context. */
export const isContextName = (name) => CONTEXT_NAMES.includes(name) || name.startsWith('x-');

// ---------------------------------------------------------------- key derivation

/** HKDF-Expand (RFC 5869, section 2.3) with SHA-512. */
export function hkdfExpand(prk, info, length) {
  const blocks = [];
  let previous = Buffer.alloc(0);
  for (let i = 1; blocks.length * 64 < length; i++) {
    previous = createHmac('sha512', prk).update(previous).update(info).update(Buffer.from([i])).digest();
    blocks.push(previous);
  }
  return Buffer.concat(blocks).subarray(0, length);
}

// ---------------------------------------------------------------- body: C2SP chunked-encryption, Cobblestone-256

function chunkKeys(dek, salt, context) {
  const okm = hkdfExpand(dek, Buffer.concat([BODY_INFO, salt, context]), 32 + 12 + COMMITMENT);
  return { key: okm.subarray(0, 32), baseNonce: okm.subarray(32, 44), commitment: okm.subarray(44) };
}

function chunkNonce(baseNonce, number) {
  if (!Number.isInteger(number) || number < 0 || number >= MAX_CHUNKS) throw argument('a chunk number out of range');
  const nonce = Buffer.from(baseNonce);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(number));
  for (let i = 0; i < 8; i++) nonce[4 + i] ^= counter[i];
  return nonce;
}

function sealChunk(keys, number, plaintext) {
  const cipher = createCipheriv('aes-256-gcm', keys.key, chunkNonce(keys.baseNonce, number), { authTagLength: TAG });
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(keys, number, sealed) {
  const nonce = chunkNonce(keys.baseNonce, number);
  const cipher = createDecipheriv('aes-256-gcm', keys.key, nonce, { authTagLength: TAG });
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plaintext = cipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    cipher.final();
  } catch {
    throw unauthentic();
  }
  return plaintext;
}

/** Returns the length of the plaintext of a body, or -1 if no body has that length. */
export function plaintextLength(bodyLength) {
  const chunks = bodyLength - BODY_HEADER;
  if (chunks < TAG) return -1;
  const full = Math.floor(chunks / SEALED_CHUNK);
  const last = chunks % SEALED_CHUNK;
  return last < TAG || full >= MAX_CHUNKS ? -1 : full * CHUNK + last - TAG;
}

/** Returns the length of the body of a plaintext. */
export const bodyLength = (length) => BODY_HEADER + length + TAG * (Math.floor(length / CHUNK) + 1);

export function chunkedEncrypt(dek, salt, context, plaintext) {
  requireLength(dek, DEK, 'the data key');
  requireLength(salt, SALT, 'the salt');
  const keys = chunkKeys(dek, salt, context);
  const parts = [salt, keys.commitment];
  for (let number = 0; number * CHUNK <= plaintext.length; number++) {
    parts.push(sealChunk(keys, number, plaintext.subarray(number * CHUNK, (number + 1) * CHUNK)));
  }
  return Buffer.concat(parts);
}

function committedKeys(dek, context, message) {
  requireLength(dek, DEK, 'the data key');
  if (message.length < BODY_HEADER) throw unauthentic();
  const keys = chunkKeys(dek, message.subarray(0, SALT), context);
  if (!timingSafeEqual(keys.commitment, message.subarray(SALT, BODY_HEADER))) throw unauthentic();
  return keys;
}

export function chunkedDecrypt(dek, context, message) {
  const keys = committedKeys(dek, context, message);
  if (plaintextLength(message.length) < 0) throw unauthentic();
  const parts = [];
  for (let number = 0, at = BODY_HEADER; at < message.length; number++, at += SEALED_CHUNK) {
    parts.push(openChunk(keys, number, message.subarray(at, at + SEALED_CHUNK)));
  }
  return Buffer.concat(parts);
}

/** Opens part of a message. Only the chunks that hold it are read. */
export function chunkedDecryptRange(dek, context, message, offset, length) {
  const keys = committedKeys(dek, context, message);
  const total = plaintextLength(message.length);
  if (total < 0) throw unauthentic();
  if (offset < 0 || length < 0 || offset + length > total) throw argument('a range out of bounds');
  if (length === 0) return Buffer.alloc(0);
  const first = Math.floor(offset / CHUNK);
  const last = Math.floor((offset + length - 1) / CHUNK);
  const parts = [];
  for (let number = first; number <= last; number++) {
    const at = BODY_HEADER + number * SEALED_CHUNK;
    parts.push(openChunk(keys, number, message.subarray(at, at + SEALED_CHUNK)));
  }
  const start = offset - first * CHUNK;
  return Buffer.concat(parts).subarray(start, start + length);
}

// ---------------------------------------------------------------- wrapping of the data key

const KW_CHECK = Buffer.alloc(8, 0xa6);

function ecb(create, kek) {
  const cipher = create('aes-256-ecb', kek, null);
  cipher.setAutoPadding(false);
  return (block) => cipher.update(block);
}

function xorCounter(block, t) {
  block.writeUInt32BE((block.readUInt32BE(4) ^ t) >>> 0, 4);
}

/** AES key wrap of RFC 3394, section 2.2.1 in its indexed form. */
export function wrapA256Kw(kek, data) {
  requireLength(kek, 32, 'the wrapping key');
  if (data.length % 8 !== 0 || data.length < 16) throw argument('key wrap takes 64-bit blocks, two at least');
  const encrypt = ecb(createCipheriv, kek);
  const n = data.length / 8;
  const result = Buffer.concat([KW_CHECK, data]);
  const a = Buffer.from(KW_CHECK);
  for (let j = 0; j < 6; j++) {
    for (let i = 1; i <= n; i++) {
      const b = encrypt(Buffer.concat([a, result.subarray(8 * i, 8 * i + 8)]));
      b.copy(a, 0, 0, 8);
      xorCounter(a, n * j + i);
      b.copy(result, 8 * i, 8, 16);
    }
  }
  a.copy(result);
  return result;
}

/** Returns the key, or null if it was not wrapped under this one. */
export function unwrapA256Kw(kek, wrapped) {
  requireLength(kek, 32, 'the wrapping key');
  if (wrapped.length % 8 !== 0 || wrapped.length < 24) return null;
  const decrypt = ecb(createDecipheriv, kek);
  const n = wrapped.length / 8 - 1;
  const result = Buffer.from(wrapped);
  const a = Buffer.from(wrapped.subarray(0, 8));
  for (let j = 5; j >= 0; j--) {
    for (let i = n; i >= 1; i--) {
      xorCounter(a, n * j + i);
      const b = decrypt(Buffer.concat([a, result.subarray(8 * i, 8 * i + 8)]));
      b.copy(a, 0, 0, 8);
      b.copy(result, 8 * i, 8, 16);
    }
  }
  return timingSafeEqual(a, KW_CHECK) ? result.subarray(8) : null;
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function mgf1(seed, length) {
  const blocks = [];
  for (let i = 0; blocks.length * 32 < length; i++) blocks.push(sha256(seed, u32(i)));
  return Buffer.concat(blocks).subarray(0, length);
}

const xor = (a, b) => Buffer.from(a.map((byte, i) => byte ^ b[i]));

/** RSAES-OAEP of RFC 8017, section 7.1.1: SHA-256 for both hashes, empty label. A given seed makes it repeatable. */
export function wrapRsaOaep256(pkcs8, data, seed = randomBytes(32)) {
  const key = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
  const k = key.asymmetricKeyDetails.modulusLength / 8;
  if (data.length > k - 66) throw argument('too long for this RSA key');
  const db = Buffer.concat([sha256(), Buffer.alloc(k - data.length - 66), Buffer.from([1]), data]);
  const maskedDb = xor(db, mgf1(seed, db.length));
  const maskedSeed = xor(seed, mgf1(maskedDb, 32));
  const block = Buffer.concat([Buffer.from([0]), maskedSeed, maskedDb]);
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
}

export function unwrapRsaOaep256(pkcs8, wrapped) {
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  try {
    return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, wrapped);
  } catch {
    return null;
  }
}

/** Wraps a data key: `kek` is `{ alg, uri, version, key }`, key being 32 bytes or PKCS#8. */
export function wrap(kek, dek, seed) {
  const wrapped = kek.alg === 'A256KW' ? wrapA256Kw(kek.key, dek) : wrapRsaOaep256(kek.key, dek, seed);
  return { alg: kek.alg, uri: kek.uri, version: kek.version, wrapped };
}

function unwrap(kek, wrapped) {
  const dek = kek.alg === 'A256KW' ? unwrapA256Kw(kek.key, wrapped) : unwrapRsaOaep256(kek.key, wrapped);
  return dek !== null && dek.length === DEK ? dek : null;
}

// ---------------------------------------------------------------- strict reading

class Cursor {
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get left() { return this.end - this.at; }

  take(length) {
    if (length > this.left) throw malformed('truncated', this.at);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  u8() { return this.take(1)[0]; }

  u16() { return this.take(2).readUInt16BE(); }

  // A length and as many bytes. A length that lies is the fault of the place where the length stands.
  field() {
    const start = this.at;
    const length = this.u16();
    if (length > this.left) throw malformed('truncated', start);
    return this.take(length);
  }
}

function decode(bytes, min, max, fault, name, start) {
  if (bytes.length < min || bytes.length > max) throw malformed(fault, start, `length of ${name}`);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw malformed(fault, start, `${name} is not UTF-8`);
  }
}

function checkStart(bytes, magic, length) {
  if (!magic.subarray(0, bytes.length).equals(bytes.subarray(0, 4))) throw malformed('magic', 0);
  if (bytes.length < length) throw malformed('truncated', bytes.length);
  if (bytes[4] !== 1) throw malformed('format', 4);
  if (bytes[5] !== SUITE) throw malformed('suite', 5);
}

// ---------------------------------------------------------------- key block

export const MAX_URI = 1024;
export const MAX_VERSION = 128;
export const MAX_SCOPE = 2048;

export const LATEST = 253_402_300_799n; // the last second of the year 9999

const VAULT_KEY = new RegExp(
  '^https://(?=[a-z0-9-]{3,24}\\.)[a-z](?:-?[a-z0-9])*'
  + '\\.(?:vault\\.azure\\.net|vault\\.azure\\.cn|vault\\.usgovcloudapi\\.net|vault\\.microsoftazure\\.de)'
  + '/(?<keys>keys)/[a-z0-9-]{1,127}(?<rest>/(?:[a-z0-9]{32})?)?$', 'i');
const BLANK = /[\u0000-\u0020\u007f-\u00a0]/;

/** Returns why an address is not canonical, or null. */
export function uriFault(uri) {
  if (BLANK.test(uri)) return 'blank in key URI';
  const key = VAULT_KEY.exec(uri);
  if (key?.groups.keys !== 'keys') return null;
  return key.groups.rest !== undefined || /[A-Z]/.test(uri) ? 'key URI is not canonical' : null;
}

const wrappedLengthIsRight = (alg, length) =>
  alg === 'A256KW' ? length === 40 : length >= 256 && length <= 2048;

// Reads to the end of the cursor, where exactly the MAC must be left.
function readStanzas(cursor) {
  const countAt = cursor.at;
  const count = cursor.u8();
  if (count < 1 || count > MAX_STANZAS) throw malformed('stanzaCount', countAt);
  const stanzas = [];
  const seen = new Set();
  for (let i = 0; i < count; i++) {
    const start = cursor.at;
    const stanza = readStanza(cursor, start);
    const name = JSON.stringify([stanza.alg, stanza.uri, stanza.version]);
    if (seen.has(name)) throw malformed('duplicateStanza', start);
    seen.add(name);
    stanzas.push(stanza);
  }
  if (cursor.left < MAC) throw malformed('truncated', cursor.at);
  if (cursor.left > MAC) throw malformed('length', cursor.at, 'more than a MAC behind the stanzas');
  return stanzas;
}

function readStanza(cursor, start) {
  const number = cursor.u8();
  const [address, name, wrapped] = [cursor.field(), cursor.field(), cursor.field()];
  const alg = Object.keys(ALGORITHMS).find((known) => ALGORITHMS[known] === number);
  if (alg === undefined) throw malformed('stanza', start, 'unknown algorithm');
  const uri = decode(address, 1, MAX_URI, 'stanza', 'key URI', start);
  const fault = uriFault(uri);
  if (fault !== null) throw malformed('stanza', start, fault);
  const version = decode(name, 1, MAX_VERSION, 'stanza', 'key version', start);
  if (BLANK.test(version)) throw malformed('stanza', start, 'blank in key version');
  if (!wrappedLengthIsRight(alg, wrapped.length)) throw malformed('stanza', start, 'length of wrapped key');
  return { alg, uri, version, wrapped: Buffer.from(wrapped) };
}

function writeStanzas(stanzas) {
  if (stanzas.length < 1 || stanzas.length > MAX_STANZAS) throw argument('1 to 16 stanzas');
  const parts = [Buffer.from([stanzas.length])];
  for (const { alg, uri, version, wrapped } of stanzas) {
    const address = utf8(uri, 'the key URI');
    const name = utf8(version, 'the key version');
    parts.push(
      Buffer.from([ALGORITHMS[alg]]), u16(address.length), address, u16(name.length), name,
      u16(wrapped.length), wrapped);
  }
  const bytes = Buffer.concat(parts);
  readStanzas(new Cursor(Buffer.concat([bytes, Buffer.alloc(MAC)]))); // what may not be read may not be written
  return bytes;
}

/** Returns the MAC that binds a header or key record to its data key. */
export const headerMac = (dek, covered) =>
  createHmac('sha512', hkdfExpand(dek, MAC_INFO, 64)).update(covered).digest().subarray(0, MAC);

/** Finds the data key: at most two unwraps, in the order of the stanzas, and only keys of the allowed list. */
function recover(stanzas, covered, mac, keys) {
  const usable = stanzas
    .map((stanza) => [stanza, keys.find((k) => ['alg', 'uri', 'version'].every((m) => k[m] === stanza[m]))])
    .filter(([, kek]) => kek !== undefined)
    .slice(0, MAX_UNWRAPS);
  if (usable.length === 0) throw new EnvelopeError('notAllowed', 'it names no key that is allowed here');
  for (const [stanza, kek] of usable) {
    const dek = unwrap(kek, stanza.wrapped);
    if (dek !== null && timingSafeEqual(headerMac(dek, covered), mac)) return dek;
  }
  throw unauthentic();
}

// ---------------------------------------------------------------- envelope

function preamble(dekId, detached, keyBlockLength) {
  requireLength(dekId, DEK_ID, 'the data key id');
  return Buffer.concat([
    ENVELOPE_MAGIC, Buffer.from([1, SUITE]), u16(detached ? DETACHED : 0), u32(keyBlockLength), dekId,
  ]);
}

/** Returns the context that the body is bound to. */
export const bodyContext = (dekId, pairs) =>
  Buffer.concat([BODY_CONTEXT, Buffer.from([SUITE]), dekId, contextEncode(pairs)]);

/** Seals. Without stanzas the envelope is detached. */
export function seal({ dek, dekId, salt, context, plaintext, stanzas }) {
  requireLength(dek, DEK, 'the data key');
  const body = chunkedEncrypt(dek, salt, bodyContext(dekId, context), plaintext);
  if (stanzas === undefined) return Buffer.concat([preamble(dekId, true, 0), body]);
  const written = writeStanzas(stanzas);
  const covered = Buffer.concat([preamble(dekId, false, written.length + MAC), written]);
  return Buffer.concat([covered, headerMac(dek, covered), body]);
}

/** Reads the header. Nothing of it is to be believed before the MAC holds. */
export function describe(envelope) {
  checkStart(envelope, ENVELOPE_MAGIC, PREAMBLE);
  const flags = envelope.readUInt16BE(6);
  if (flags > DETACHED) throw malformed('flag', 6);
  const detached = flags === DETACHED;
  const keyBlockLength = envelope.readUInt32BE(8);
  if (detached !== (keyBlockLength === 0) || keyBlockLength > MAX_KEY_BLOCK) throw malformed('length', 8);
  const headerLength = PREAMBLE + keyBlockLength;
  if (headerLength > envelope.length) throw malformed('truncated', envelope.length);
  const dekId = Buffer.from(envelope.subarray(12, PREAMBLE));
  const stanzas = detached ? [] : readStanzas(new Cursor(envelope, PREAMBLE, headerLength));
  return { dekId, detached, suite: SUITE, stanzas, headerLength };
}

function dataKeyOf(envelope, header, { keys, dataKeys }) {
  if (header.detached) {
    const known = (dataKeys ?? []).find((candidate) => candidate.dekId.equals(header.dekId));
    if (known === undefined) throw new EnvelopeError('notAllowed', 'it names no data key that is allowed here');
    return known.dek;
  }
  const macAt = header.headerLength - MAC;
  const mac = envelope.subarray(macAt, header.headerLength);
  return recover(header.stanzas, envelope.subarray(0, macAt), mac, keys ?? []);
}

function prepare(envelope, options) {
  const header = describe(envelope);
  const body = envelope.subarray(header.headerLength);
  return { body, dek: dataKeyOf(envelope, header, options), context: bodyContext(header.dekId, options.context) };
}

/** Opens with `keys` ({ alg, uri, version, key }) or, detached, with `dataKeys` ({ dekId, dek }), under `context`. */
export function open(envelope, options) {
  const { body, dek, context } = prepare(envelope, options);
  return chunkedDecrypt(dek, context, body);
}

/** Opens a part. It says nothing about the chunks that it does not touch, the length included. */
export function openRange(envelope, options, offset, length) {
  const { body, dek, context } = prepare(envelope, options);
  return chunkedDecryptRange(dek, context, body, offset, length);
}

// ---------------------------------------------------------------- key record

/** Writes a key record. `createdAt` is in Unix seconds. */
export function keyRecordCreate({ dek, dekId, createdAt, scope, stanzas }) {
  requireLength(dek, DEK, 'the data key');
  requireLength(dekId, DEK_ID, 'the data key id');
  if (BigInt(createdAt) > LATEST) throw argument('a creation time past the year 9999');
  const place = utf8(scope, 'the scope');
  if (place.length < 1 || place.length > MAX_SCOPE) throw argument('a scope of 1 to 2,048 bytes');
  const covered = Buffer.concat([
    RECORD_MAGIC, Buffer.from([1, SUITE]), u16(0), dekId, u64(createdAt), u16(place.length), place,
    writeStanzas(stanzas),
  ]);
  return Buffer.concat([covered, headerMac(dek, covered)]);
}

/** Reads a key record without a key. */
export function keyRecordDescribe(record) {
  checkStart(record, RECORD_MAGIC, RECORD_SCOPE + 2);
  if (record.readUInt16BE(6) !== 0) throw malformed('flag', 6, 'reserved field');
  const createdAt = record.readBigUInt64BE(24);
  if (createdAt > LATEST) throw malformed('length', 24, 'creation time');
  const blockAt = RECORD_SCOPE + 2 + record.readUInt16BE(RECORD_SCOPE);
  if (blockAt > record.length) throw malformed('truncated', record.length);
  const scope = decode(record.subarray(RECORD_SCOPE + 2, blockAt), 1, MAX_SCOPE, 'length', 'scope', RECORD_SCOPE);
  const stanzas = readStanzas(new Cursor(record, blockAt));
  return { dekId: Buffer.from(record.subarray(8, 24)), createdAt, scope, stanzas, macAt: record.length - MAC };
}

/** Reads a key record and recovers its data key. */
export function keyRecordRead(record, keys) {
  const parsed = keyRecordDescribe(record);
  const covered = record.subarray(0, parsed.macAt);
  const dek = recover(parsed.stanzas, covered, record.subarray(parsed.macAt), keys);
  return { ...parsed, dek };
}
