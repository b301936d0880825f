// JSON as the rules read and write it: whole numbers stay whole, fields keep their order, nothing is given twice; and SHA-256.
"use strict";

class NotJson extends Error {}

function read(source) {
  let at = 0, depth = 0;
  const wrong = () => new NotJson(`at sign ${at + 1}`);
  const blank = () => { while (" \t\n\r".includes(source[at]) && at < source.length) at++; };
  const word = (letters, value) => { if (!source.startsWith(letters, at)) throw wrong(); at += letters.length; return value; };
  function string() {
    const found = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    found.lastIndex = at;
    const match = found.exec(source);
    if (!match) throw wrong();
    at = found.lastIndex;
    return JSON.parse(match[0]);
  }
  function number() {
    const found = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
    found.lastIndex = at;
    const match = found.exec(source);
    if (!match) throw wrong();
    at = found.lastIndex;
    return match[1] || match[2] ? new Float(Number(match[0])) : BigInt(match[0]);
  }
  function items(end, one) {
    at++; blank();
    if (++depth > 200) throw wrong();
    if (source[at] !== end) {
      for (;;) {
        one(); blank();
        if (source[at] !== ",") break;
        at++; blank();
      }
    }
    if (source[at] !== end) throw wrong();
    at++; depth--;
  }
  function value() {
    blank();
    const sign = source[at];
    if (sign === "{") {
      const made = new Dict();
      items("}", () => {
        const name = string();
        blank();
        if (source[at] !== ":" || made.has(name)) throw wrong();
        at++;
        made.set(name, value());
      });
      return made;
    }
    if (sign === "[") { const made = []; items("]", () => made.push(value())); return made; }
    if (sign === '"') return string();
    if (sign === "t") return word("true", true);
    if (sign === "f") return word("false", false);
    if (sign === "n") return word("null", null);
    return number();
  }
  const found = value();
  blank();
  if (at !== source.length) throw wrong();
  return found;
}

function written(value, sorted) {
  if (value === null) return "null";
  if (typeof value === "string") return asciiText(value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof Dict) {
    const names = sorted ? [...value.keys()].sort(comparePoints) : value.keys();
    return `{${names.map((name) => `${asciiText(name)}:${written(value.get(name), sorted)}`).join(",")}}`;
  }
  return `[${itemsOf(value).map((one) => written(one, sorted)).join(",")}]`;
}
function asciiText(value) {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** SHA-256 of text in ASCII, as hexadecimal; a file opened from a disk is not promised the browser's own. */
function sha256(message) {
  const primes = [], rotate = (word, by) => (word >>> by) | (word << (32 - by));
  for (let one = 2; primes.length < 64; one++) if (primes.every((prime) => one % prime)) primes.push(one);
  const bits = (root) => Math.floor((root % 1) * 2 ** 32) | 0, K = primes.map((prime) => bits(Math.cbrt(prime)));
  const state = primes.slice(0, 8).map((prime) => bits(Math.sqrt(prime)));
  const bytes = Array.from(message, (sign) => sign.charCodeAt(0)), size = bytes.length * 8;
  bytes.push(128);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let by = 7; by >= 0; by--) bytes.push(Math.floor(size / 2 ** (8 * by)) & 255);
  for (let start = 0; start < bytes.length; start += 64) {
    const words = [];
    for (let place = 0; place < 64; place++) {
      if (place < 16) {
        const from = start + place * 4;
        words.push((bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3]);
      } else {
        const a = words[place - 15], b = words[place - 2];
        words.push((words[place - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)) + words[place - 7] + (rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10))) | 0);
      }
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let place = 0; place < 64; place++) {
      const one = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[place] + words[place]) | 0;
      const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, place) => { state[place] = (state[place] + word) | 0; });
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
