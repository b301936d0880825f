// What Python's values are here: None is null, an int is a BigInt, text is a string, a list is an Array; the others are below.
"use strict";

class Tuple { constructor(items) { this.items = items; } }
class Float { constructor(value) { this.value = value; } }
class Fraction {
  constructor(over, under = 1n) {
    if (under === 0n) throw raise("ZeroDivisionError", `Fraction(${over}, 0)`);
    if (under < 0n) { over = -over; under = -under; }
    const common = gcd(over, under);
    this.n = over / common; this.d = under / common;
  }
}
class Day { constructor(ordinal) { this.ordinal = ordinal; } }
class Span { constructor(days) { this.days = days; } }
class Dict {
  constructor(pairs = []) { this.map = new Map(); for (const [key, value] of pairs) this.set(key, value); }
  set(key, value) { const k = keyOf(key), had = this.map.get(k); this.map.set(k, [had ? had[0] : key, value]); }
  has(key) { return this.map.has(keyOf(key)); }
  get(key, otherwise = null) { const found = this.map.get(keyOf(key)); return found ? found[1] : otherwise; }
  at(key) { const found = this.map.get(keyOf(key)); if (!found) throw raise("KeyError", key); return found[1]; }
  remove(key) { this.map.delete(keyOf(key)); }
  get size() { return this.map.size; }
  keys() { return [...this.map.values()].map((pair) => pair[0]); }
  values() { return [...this.map.values()].map((pair) => pair[1]); }
  items() { return [...this.map.values()].map((pair) => new Tuple([...pair])); }
}
class PySet {
  constructor(items = [], frozen = false) { this.map = new Map(); this.frozen = frozen; for (const item of items) this.add(item); }
  add(item) { const k = keyOf(item); if (!this.map.has(k)) this.map.set(k, item); }
  has(item) { return this.map.has(keyOf(item)); }
  items() { return [...this.map.values()]; }
}

const gcd = (a, b) => { a = a < 0n ? -a : a; b = b < 0n ? -b : b; while (b) [a, b] = [b, a % b]; return a || 1n; };
const isInt = (value) => typeof value === "bigint" || typeof value === "boolean";
const asInt = (value) => (typeof value === "boolean" ? (value ? 1n : 0n) : value);
const isNumber = (value) => isInt(value) || value instanceof Fraction;
const asFraction = (value) => (value instanceof Fraction ? value : new Fraction(asInt(value)));
const floorDivide = (a, b) => {
  if (b === 0n) throw raise("ZeroDivisionError", "integer division or modulo by zero");
  const whole = a / b;
  return a % b !== 0n && (a < 0n) !== (b < 0n) ? whole - 1n : whole;
};

// ---- days --------------------------------------------------------------------------------------------------------------

const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year, month) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
const daysBefore = (year) => { const y = year - 1; return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400); };
const LAST_ORDINAL = daysBefore(10000);

function dayOf(year, month, day) {
  if (year < 1 || year > 9999) throw raise("ValueError", `year ${year} is out of range`);
  if (month < 1 || month > 12) throw raise("ValueError", "month must be in 1..12");
  if (day < 1 || day > daysIn(year, month)) throw raise("ValueError", "day is out of range for month");
  let ordinal = daysBefore(year) + day;
  for (let before = 1; before < month; before++) ordinal += daysIn(year, before);
  return new Day(ordinal);
}
function onDay(ordinal) {
  if (ordinal < 1 || ordinal > LAST_ORDINAL) throw raise("OverflowError", "date value out of range");
  return new Day(ordinal);
}
function partsOf(day) {
  let year = Math.max(1, Math.floor(day.ordinal / 366));
  while (daysBefore(year + 1) < day.ordinal) year++;
  let left = day.ordinal - daysBefore(year), month = 1;
  while (left > daysIn(year, month)) left -= daysIn(year, month++);
  return [year, month, left];
}
const padded = (number, length) => String(number).padStart(length, "0");
const isoOf = (day) => { const [y, m, d] = partsOf(day); return `${padded(y, 4)}-${padded(m, 2)}-${padded(d, 2)}`; };
function dayFromIso(text) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (!found) throw raise("ValueError", `Invalid isoformat string: ${repr(text)}`);
  return dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
}

// ---- comparing ---------------------------------------------------------------------------------------------------------

function equal(a, b) {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return false;
  if (isNumber(a) && isNumber(b)) { const x = asFraction(a), y = asFraction(b); return x.n === y.n && x.d === y.d; }
  if (a instanceof Float || b instanceof Float) return floatOf(a) === floatOf(b) && floatOf(a) !== undefined;
  if (a instanceof Day && b instanceof Day) return a.ordinal === b.ordinal;
  if (a instanceof Span && b instanceof Span) return a.days === b.days;
  if (Array.isArray(a) && Array.isArray(b)) return sameItems(a, b);
  if (a instanceof Tuple && b instanceof Tuple) return sameItems(a.items, b.items);
  if (a instanceof Dict && b instanceof Dict) {
    return a.size === b.size && a.keys().every((key) => b.has(key) && equal(a.get(key), b.get(key)));
  }
  if (a instanceof PySet && b instanceof PySet) return a.map.size === b.map.size && a.items().every((item) => b.has(item));
  return a instanceof Instance ? a.equals(b) : false;
}
const sameItems = (a, b) => a.length === b.length && a.every((item, place) => equal(item, b[place]));
function floatOf(value) {
  if (value instanceof Float) return value.value;
  return isInt(value) ? Number(asInt(value)) : undefined;
}
function comparePoints(a, b) {
  const one = Array.from(a), other = Array.from(b);
  for (let place = 0; place < Math.min(one.length, other.length); place++) {
    const difference = one[place].codePointAt(0) - other[place].codePointAt(0);
    if (difference) return difference;
  }
  return one.length - other.length;
}
function compare(a, b) {
  if (isNumber(a) && isNumber(b)) {
    const x = asFraction(a), y = asFraction(b), left = x.n * y.d, right = y.n * x.d;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (typeof a === "string" && typeof b === "string") return comparePoints(a, b);
  if (a instanceof Day && b instanceof Day) return a.ordinal - b.ordinal;
  if (a instanceof Span && b instanceof Span) return a.days - b.days;
  const items = (value) => (value instanceof Tuple ? value.items : Array.isArray(value) ? value : null);
  if (items(a) && items(b)) {
    const one = items(a), other = items(b);
    for (let place = 0; place < Math.min(one.length, other.length); place++) {
      if (!equal(one[place], other[place])) return compare(one[place], other[place]);
    }
    return one.length - other.length;
  }
  if (a instanceof Instance) {
    if (truth(a.call("__lt__", b))) return -1;
    return equal(a, b) ? 0 : 1;
  }
  throw raise("TypeError", "these cannot be put in order");
}

// A text that two values share exactly when Python takes them for one key.
let identities = 0;
const identity = new WeakMap();
function identityOf(thing) {
  if (!identity.has(thing)) identity.set(thing, ++identities);
  return `#${identity.get(thing)}`;
}
function keyOf(value) {
  if (value === null) return "N";
  if (typeof value === "string") return `s${value}`;
  if (isInt(value)) return `n${asInt(value)}`;
  if (value instanceof Fraction) return value.d === 1n ? `n${value.n}` : `n${value.n}/${value.d}`;
  if (value instanceof Tuple) return `t(${value.items.map((item) => { const k = keyOf(item); return `${k.length}:${k}`; }).join(",")})`;
  if (value instanceof Day) return `d${value.ordinal}`;
  if (value instanceof PySet && value.frozen) return `f{${value.items().map(keyOf).sort().join("\u0000")}}`;
  if (value instanceof Instance) return value.key();
  if (Array.isArray(value) || value instanceof Dict || value instanceof PySet) throw raise("TypeError", "unhashable type");
  return identityOf(value);
}
function truth(value) {
  if (value === null || value === false || value === 0n || value === "") return false;
  if (value instanceof Fraction) return value.n !== 0n;
  if (value instanceof Tuple) return value.items.length > 0;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Dict || value instanceof PySet) return value.map.size > 0;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof Span) return value.days !== 0;
  if (value instanceof Instance) return value.truth();
  return true;
}

// ---- showing -----------------------------------------------------------------------------------------------------------

function quoted(text) {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = "";
  for (const sign of text) {
    const code = sign.codePointAt(0);
    if (sign === mark || sign === "\\") out += `\\${sign}`;
    else if (sign === "\n") out += "\\n";
    else if (sign === "\t") out += "\\t";
    else if (sign === "\r") out += "\\r";
    else if (code < 32 || code === 127) out += `\\x${code.toString(16).padStart(2, "0")}`;
    else out += sign;
  }
  return mark + out + mark;
}
function floatText(number) {
  if (Object.is(number, -0)) return "-0.0";
  if (!Number.isFinite(number)) return number > 0 ? "Infinity" : "-Infinity";
  const [digits, exponent] = Math.abs(number).toExponential().split("e").map((part, place) => (place ? Number(part) : part.replace(".", "")));
  const sign = number < 0 ? "-" : "";
  if (exponent < -4 || exponent >= 16) {
    const rest = digits.length > 1 ? `.${digits.slice(1)}` : "";
    return `${sign}${digits[0]}${rest}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0");
  return `${sign}${whole.slice(0, exponent + 1)}.${whole.slice(exponent + 1) || "0"}`;
}
function repr(value) {
  if (value === null) return "None";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return String(value);
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof Fraction) return `Fraction(${value.n}, ${value.d})`;
  if (value instanceof Day) return `datetime.date(${partsOf(value).join(", ")})`;
  if (value instanceof Tuple) return value.items.length === 1 ? `(${repr(value.items[0])},)` : `(${value.items.map(repr).join(", ")})`;
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (value instanceof Dict) return `{${value.items().map((pair) => pair.items.map(repr).join(": ")).join(", ")}}`;
  if (value instanceof PySet) return `{${value.items().map(repr).join(", ")}}`;
  if (value instanceof Instance) return value.repr();
  return String(value.name ?? value);
}
function text(value) {
  if (typeof value === "string") return value;
  if (value instanceof Fraction) return value.d === 1n ? String(value.n) : `${value.n}/${value.d}`;
  if (value instanceof Day) return isoOf(value);
  if (value instanceof Instance) return value.text();
  return repr(value);
}
