// Verifies an audit log by audit.mjs and prints the report as one line of JSON.
//
//   node verify-audit.mjs <records.jsonl> <evidence.json>
//
// Evidence, all of it optional: { leafHashes: [hex], bundleRoots: [hex], checkpoints: [{ origin, size, root: hex }],
// claimed: { note, key }, destroyedKeys: [subject] }.

import { readFileSync } from 'node:fs';
import { openNote, readCheckpoint, verifyRecords } from './audit.mjs';

const LINE_FEED = 0x0a;

/** The lines of a file, each without its line feed. A last line without one counts. */
export function linesOf(bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, at);
    lines.push(bytes.subarray(at, end < 0 ? bytes.length : end));
    at = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

const bytes = (hex) => Buffer.from(hex, 'hex');

/** Turns evidence from JSON into that of audit.mjs. */
export const evidenceOf = (given) => ({
  leafHashes: given.leafHashes?.map(bytes),
  bundleRoots: given.bundleRoots?.map(bytes),
  checkpoints: given.checkpoints?.map((one) => ({ ...one, root: bytes(one.root) })),
  claimed: given.claimed && readCheckpoint(openNote(given.claimed.note, [given.claimed.key])),
  destroyedKeys: given.destroyedKeys,
});

const report = (records, evidence) =>
  verifyRecords(linesOf(readFileSync(records)), evidenceOf(JSON.parse(readFileSync(evidence, 'utf8'))));

const [, , records, evidence] = process.argv;
if (evidence === undefined) {
  console.error('usage: node verify-audit.mjs <records.jsonl> <evidence.json>');
  process.exit(2);
}
console.log(JSON.stringify(report(records, evidence)));
