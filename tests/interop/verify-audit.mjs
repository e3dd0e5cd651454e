// Verifies audit logs by audit.mjs.
//
//   node verify-audit.mjs <records.jsonl> <evidence.json>  prints the report as one line of JSON
//   node verify-audit.mjs cases <folder>  the same of every <name>.jsonl and <name>.json, each line with its name
//   node verify-audit.mjs judge <file>    says of each line, a record in hex: `same` if it is one and is written again
//                                         byte for byte, or the first byte that does not fit
//
// Evidence, all of it optional: { start: { size, hashes: [hex] }, startRecordedAt, leafHashes: [hex],
// bundleRoots: [hex], checkpoints: [{ origin, size, root: hex }], claimed: { note, key, origin? },
// destroyedKeys: [subject] }.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeRecord, NoteError, openNote, readCheckpoint, verifyRecords, writeRecord } from './audit.mjs';

const LINE_FEED = 0x0a;
const bytes = (hex) => Buffer.from(hex, 'hex');

// The lines of a file, each without its line feed. A last line without one counts.
function linesOf(file) {
  const lines = [];
  for (let at = 0; at < file.length;) {
    const found = file.indexOf(LINE_FEED, at);
    const end = found < 0 ? file.length : found;
    lines.push(file.subarray(at, end));
    at = end + 1;
  }
  return lines;
}

function claimedOf({ note, key, origin }) {
  try {
    const checkpoint = readCheckpoint(openNote(note, [key]));
    return origin === undefined || checkpoint.origin === origin ? checkpoint : new NoteError('of another log');
  } catch (error) {
    if (error instanceof NoteError) return error;
    throw error;
  }
}

// Most records stand in many of the cases.
const seen = new Map();

function judge(record) {
  const key = record.toString('latin1');
  if (!seen.has(key)) seen.set(key, judgeRecord(record));
  return seen.get(key);
}

function reportOf(records, evidence) {
  const given = JSON.parse(readFileSync(evidence, 'utf8'));
  return verifyRecords(linesOf(readFileSync(records)), {
    start: given.start && { ...given.start, hashes: given.start.hashes.map(bytes) },
    startRecordedAt: given.startRecordedAt,
    leafHashes: given.leafHashes?.map(bytes),
    bundleRoots: given.bundleRoots?.map(bytes),
    checkpoints: given.checkpoints?.map((one) => ({ ...one, root: bytes(one.root) })),
    claimed: given.claimed && claimedOf(given.claimed),
    destroyedKeys: given.destroyedKeys,
  }, judge);
}

function judged(record) {
  const { value, offset } = judge(record);
  return value === undefined ? `${offset}` : writeRecord(value).equals(record) ? 'same' : 'other';
}

const [, , first, second] = process.argv;
if (second === undefined) {
  console.error('usage: node verify-audit.mjs <records.jsonl> <evidence.json> | cases <folder> | judge <file>');
  process.exit(2);
} else if (first === 'cases') {
  const names = readdirSync(second).filter((name) => name.endsWith('.jsonl')).map((name) => name.slice(0, -6)).sort();
  const report = (name) => reportOf(join(second, `${name}.jsonl`), join(second, `${name}.json`));
  console.log(names.map((name) => JSON.stringify({ name, ...report(name) })).join('\n'));
} else if (first === 'judge') {
  const lines = readFileSync(second, 'utf8').trimEnd().split('\n');
  console.log(lines.map((line) => judged(bytes(line))).join('\n'));
} else {
  console.log(JSON.stringify(reportOf(first, second)));
}
