// What the rules use of Python itself and of its standard library, and no more.
"use strict";

const ELLIPSIS = new Module("Ellipsis"), NOT_IMPLEMENTED = new Module("NotImplemented");
class Cut { constructor(lower, upper) { this.lower = lower; this.upper = upper; } }
class Handle { constructor(names) { this.names = names; } }

const isType = (value) => value instanceof PyClass || value instanceof Alias || value instanceof Union;
const refuse = (what) => raise("TypeError", `${what} is not for these`);

// ---- operations --------------------------------------------------------------------------------------------------------

function byMethod(left, right, name, mirrored) {
  for (const [of, other, called] of [[left, right, name], [right, left, mirrored]]) {
    if (of instanceof Instance && of.has(called)) {
      const found = of.call(called, other);
      if (found !== NOT_IMPLEMENTED) return found;
    }
  }
  throw refuse(name);
}
function arithmetic(name, mirrored, whole, exact, other) {
  return (a, b) => {
    if (isInt(a) && isInt(b) && whole) return whole(asInt(a), asInt(b));
    if (isNumber(a) && isNumber(b) && exact) return exact(asFraction(a), asFraction(b));
    const found = other ? other(a, b) : undefined;
    return found === undefined ? byMethod(a, b, name, mirrored) : found;
  };
}
const OPERATIONS = {
  Add: arithmetic("__add__", "__radd__", (a, b) => a + b, (a, b) => new Fraction(a.n * b.d + b.n * a.d, a.d * b.d), (a, b) => {
    if (typeof a === "string" && typeof b === "string") return a + b;
    if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
    if (a instanceof Tuple && b instanceof Tuple) return new Tuple([...a.items, ...b.items]);
    if (a instanceof Day && b instanceof Span) return onDay(a.ordinal + b.days);
    return undefined;
  }),
  Sub: arithmetic("__sub__", "__rsub__", (a, b) => a - b, (a, b) => new Fraction(a.n * b.d - b.n * a.d, a.d * b.d), (a, b) => {
    if (a instanceof Day && b instanceof Span) return onDay(a.ordinal - b.days);
    if (a instanceof Day && b instanceof Day) return new Span(a.ordinal - b.ordinal);
    if (a instanceof PySet && b instanceof PySet) return new PySet(a.items().filter((item) => !b.has(item)), a.frozen);
    return undefined;
  }),
  Mult: arithmetic("__mul__", "__rmul__", (a, b) => a * b, (a, b) => new Fraction(a.n * b.n, a.d * b.d), (a, b) => {
    const [items, times] = isInt(a) ? [b, a] : [a, b];
    if (typeof items === "string" && isInt(times)) return items.repeat(Math.max(0, Number(times)));
    return Array.isArray(items) && isInt(times) ? Array.from({ length: Number(times) }, () => items).flat(1) : undefined;
  }),
  Div: arithmetic("__truediv__", "__rtruediv__", () => { throw new Error("Two whole numbers would make a float."); }, (a, b) => new Fraction(a.n * b.d, a.d * b.n), (a, b) => (
    a instanceof Handle ? invoke(a.names.__truediv__, [b]) : undefined
  )),
  FloorDiv: arithmetic("__floordiv__", "__rfloordiv__", floorDivide, (a, b) => floorDivide(a.n * b.d, a.d * b.n)),
  Mod: arithmetic("__mod__", "__rmod__", (a, b) => a - floorDivide(a, b) * b, (a, b) => {
    const whole = floorDivide(a.n * b.d, a.d * b.n);
    return new Fraction(a.n * b.d - whole * b.n * a.d, a.d * b.d);
  }),
  Pow: arithmetic("__pow__", "__rpow__", (a, b) => a ** b, null),
  BitOr: (a, b) => {
    if (a instanceof PySet && b instanceof PySet) return new PySet([...a.items(), ...b.items()], a.frozen);
    if (a instanceof Dict && b instanceof Dict) return new Dict([...a.items(), ...b.items()].map((pair) => pair.items));
    if (isType(a) || isType(b)) return new Union([a, b].flatMap((one) => (one instanceof Union ? one.parts : [one])));
    throw refuse("|");
  },
  BitAnd: (a, b) => new PySet(a.items().filter((item) => b.has(item)), a.frozen),
};
const ordered = (name, test) => (a, b) => (a instanceof Instance && a.has(name) ? truth(a.call(name, b)) : test(compare(a, b)));
const COMPARISONS = {
  Eq: equal,
  NotEq: (a, b) => !equal(a, b),
  Lt: ordered("__lt__", (order) => order < 0),
  LtE: ordered("__le__", (order) => order <= 0),
  Gt: ordered("__gt__", (order) => order > 0),
  GtE: ordered("__ge__", (order) => order >= 0),
  Is: (a, b) => a === b,
  IsNot: (a, b) => a !== b,
  In: (a, b) => within(b, a),
  NotIn: (a, b) => !within(b, a),
};
function within(all, one) {
  if (typeof all === "string") return all.includes(one);
  if (all instanceof Dict || all instanceof PySet) return all.has(one);
  if (all instanceof Instance && all.has("__contains__")) return truth(all.call("__contains__", one));
  for (const item of walk(all)) if (equal(item, one)) return true;
  return false;
}
function negative(value) {
  if (isInt(value)) return -asInt(value);
  if (value instanceof Fraction) return new Fraction(-value.n, value.d);
  if (value instanceof Instance && value.has("__neg__")) return value.call("__neg__");
  throw refuse("-");
}
function formatted(value, conversion, shape) {
  const shown = conversion === 114 ? repr(value) : value;
  if (shape === "") return text(shown);
  const found = /^(,|0([0-9]+)d)$/.exec(shape);
  if (!found || !isInt(shown)) throw new Error(`The format ${shape} is not known.`);
  const number = asInt(shown), digits = String(number < 0n ? -number : number), sign = number < 0n ? "-" : "";
  if (shape === ",") return sign + digits.replace(/\B(?=([0-9]{3})+$)/gu, ",");
  return sign + digits.padStart(Number(found[2]) - sign.length, "0");
}

// ---- items -------------------------------------------------------------------------------------------------------------

function* walk(value) {
  if (Array.isArray(value) || (value && typeof value === "object" && Symbol.iterator in value)) yield* value;
  else if (typeof value === "string") yield* Array.from(value);
  else if (value instanceof Tuple) yield* value.items;
  else if (value instanceof Dict) yield* value.keys();
  else if (value instanceof PySet) yield* value.items();
  else if (value instanceof PyClass && value.members) yield* value.members;
  else if (value instanceof Instance && value.cls.kind === "tuple") yield* value.cls.fields.map((field) => value.own[field.name]);
  else throw raise("TypeError", `${repr(value)} has no items`);
}
const itemsOf = (value) => (value instanceof Tuple ? value.items : Array.isArray(value) ? value : [...walk(value)]);
function item(of, place) {
  if (isType(of)) return new Alias(of, place instanceof Tuple ? place.items : [place]);
  if (of instanceof Dict) return of.at(place);
  const items = typeof of === "string" ? Array.from(of) : itemsOf(of);
  if (place instanceof Cut) {
    const at = (one, otherwise) => (one === null ? otherwise : Number(one));
    const found = items.slice(at(place.lower, 0), at(place.upper, items.length));
    return typeof of === "string" ? found.join("") : of instanceof Tuple ? new Tuple(found) : found;
  }
  const number = Number(asInt(place)), found = number < 0 ? items.length + number : number;
  if (found < 0 || found >= items.length) throw raise("IndexError", "index out of range");
  return items[found];
}
function setItem(of, place, value) {
  if (of instanceof Dict) of.set(place, value);
  else of[Number(place) < 0 ? of.length + Number(place) : Number(place)] = value;
}

// ---- what the built-in values can do -----------------------------------------------------------------------------------

const whiteEnds = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/gu;
const METHODS = {
  text: {
    join: (self, [items]) => [...walk(items)].join(self),
    strip: (self) => self.replace(/\ufeff/gu, (sign) => `\u0000${sign}`).replace(whiteEnds, "").replace(/\u0000\ufeff/gu, "\ufeff"),
    startswith: (self, [start]) => (start instanceof Tuple ? start.items : [start]).some((one) => self.startsWith(one)),
    endswith: (self, [end]) => (end instanceof Tuple ? end.items : [end]).some((one) => self.endsWith(one)),
    partition: (self, [mark]) => {
      const place = self.indexOf(mark);
      return new Tuple(place < 0 ? [self, "", ""] : [self.slice(0, place), mark, self.slice(place + mark.length)]);
    },
    replace: (self, [from, to]) => self.replaceAll(from, () => to),
    split: (self, [mark]) => self.split(mark),
    rstrip: (self, [signs]) => { let end = self.length; while (end && signs.includes(self[end - 1])) end--; return self.slice(0, end); },
    count: (self, [part]) => BigInt(self.split(part).length - 1),
    format: (self, given, named) => {
      let next = 0;
      return self.replace(/\{(\w*)\}/gu, (_, name) => text(name ? named[name] : given[next++]));
    },
    lower: (self) => self.toLowerCase(),
    encode: (self) => self,
  },
  list: {
    append: (self, [one]) => { self.push(one); return null; },
    extend: (self, [more]) => { self.push(...walk(more)); return null; },
    index: (self, [one]) => {
      const place = self.findIndex((item) => equal(item, one));
      if (place < 0) throw raise("ValueError", "is not in the list");
      return BigInt(place);
    },
  },
  dict: {
    items: (self) => self.items(),
    keys: (self) => self.keys(),
    values: (self) => self.values(),
    get: (self, [key, otherwise = null]) => self.get(key, otherwise),
    pop: (self, [key, otherwise]) => {
      if (!self.has(key) && otherwise === undefined) throw raise("KeyError", key);
      const found = self.get(key, otherwise);
      self.remove(key);
      return found;
    },
    setdefault: (self, [key, otherwise = null]) => { if (!self.has(key)) self.set(key, otherwise); return self.get(key); },
  },
  set: { add: (self, [one]) => { self.add(one); return null; } },
  day: {
    isoformat: isoOf,
    toordinal: (self) => BigInt(self.ordinal),
    weekday: (self) => BigInt((self.ordinal + 6) % 7),
    replace: (self, _, named) => {
      const [year, month, day] = partsOf(self);
      return dayOf(Number(named.year ?? year), Number(named.month ?? month), Number(named.day ?? day));
    },
  },
};
METHODS.tuple = { index: (self, given) => METHODS.list.index(self.items, given) };
const PARTS = {
  day: { year: (self) => BigInt(partsOf(self)[0]), month: (self) => BigInt(partsOf(self)[1]), day: (self) => BigInt(partsOf(self)[2]) },
  span: { days: (self) => BigInt(self.days) },
  number: { numerator: (self) => asFraction(self).n, denominator: (self) => asFraction(self).d },
};
function methodOf(of, name) {
  const kind = kindOf(of);
  if (kind === "handle") return of.names[name];
  if (PARTS[kind] && Object.hasOwn(PARTS[kind], name)) return PARTS[kind][name](of);
  if (!METHODS[kind] || !Object.hasOwn(METHODS[kind], name)) return undefined;
  return native(name, (given, named) => METHODS[kind][name](of, given, named));
}
function kindOf(of) {
  if (typeof of === "string") return "text";
  if (isNumber(of)) return "number";
  if (Array.isArray(of)) return "list";
  const kinds = [[Tuple, "tuple"], [Dict, "dict"], [PySet, "set"], [Day, "day"], [Span, "span"], [Handle, "handle"]];
  return (kinds.find(([kind]) => of instanceof kind) ?? [null, "other"])[1];
}

// ---- types -------------------------------------------------------------------------------------------------------------

const type = (name, is, build = null) => Object.assign(plainClass(name, [OBJECT]), { is, build: build && ((given, named) => build(given, named)) });
const T = {
  bool: type("bool", (value) => typeof value === "boolean", ([value = false]) => truth(value)),
  int: type("int", isInt, ([value = 0n]) => {
    if (value instanceof Fraction) return value.n / value.d;
    if (typeof value === "string" && !/^\s*[-+]?[0-9]+\s*$/u.test(value)) throw raise("ValueError", "not a whole number");
    return typeof value === "string" ? BigInt(value.trim().replace(/^\+/u, "")) : asInt(value);
  }),
  float: type("float", (value) => value instanceof Float),
  str: type("str", (value) => typeof value === "string", ([value = ""]) => text(value)),
  list: type("list", Array.isArray, ([items = []]) => [...walk(items)]),
  tuple: type("tuple", (value) => value instanceof Tuple || (value instanceof Instance && value.cls.kind === "tuple"), ([items = []]) => new Tuple([...walk(items)])),
  dict: type("dict", (value) => value instanceof Dict, ([from], named) => {
    const pairs = from instanceof Dict ? from.items().map((pair) => pair.items) : from ? [...walk(from)].map(itemsOf) : [];
    return new Dict([...pairs, ...Object.entries(named)]);
  }),
  set: type("set", (value) => value instanceof PySet && !value.frozen, ([items = []]) => new PySet(walk(items))),
  frozenset: type("frozenset", (value) => value instanceof PySet && value.frozen, ([items = []]) => new PySet(walk(items), true)),
  none: type("NoneType", (value) => value === null),
  type: type("type", isType, ([value]) => typeOf(value)),
};
const FRACTION = type("Fraction", (value) => value instanceof Fraction, ([over, under = 1n]) => {
  if (typeof over === "string") {
    const found = /^\s*(-?[0-9]+)(?:\.([0-9]+)|\/([0-9]+))?\s*$/u.exec(over);
    if (!found) throw raise("ValueError", `Invalid literal for Fraction: ${repr(over)}`);
    return new Fraction(BigInt(found[1] + (found[2] ?? "")), found[2] ? 10n ** BigInt(found[2].length) : BigInt(found[3] ?? 1));
  }
  const a = asFraction(over), b = asFraction(under);
  return new Fraction(a.n * b.d, a.d * b.n);
});
const DATE = type("date", (value) => value instanceof Day, (given, named) => {
  const [year, month, day] = [given[0] ?? named.year, given[1] ?? named.month, given[2] ?? named.day];
  return dayOf(Number(year), Number(month), Number(day));
});
DATE.own.fromisoformat = native("fromisoformat", ([written]) => dayFromIso(written));
DATE.own.fromordinal = native("fromordinal", ([ordinal]) => onDay(Number(ordinal)));
DATE.own.max = new Day(LAST_ORDINAL);
DATE.own.min = new Day(1);
const SPAN = type("timedelta", (value) => value instanceof Span, ([days = 0n], named) => new Span(Number(named.days ?? days) + 7 * Number(named.weeks ?? 0n)));
T.dict.own.fromkeys = native("fromkeys", ([keys, value = null]) => new Dict([...walk(keys)].map((key) => [key, value])));

function typeOf(value) {
  if (value instanceof Instance) return value.cls;
  return [T.bool, T.int, T.float, T.str, T.list, T.tuple, T.dict, T.set, T.frozenset, T.none, FRACTION, DATE, SPAN].find((one) => one.is(value)) ?? T.type;
}
function isA(value, cls) {
  if (cls instanceof Tuple) return cls.items.some((one) => isA(value, one));
  if (cls instanceof Union) return cls.parts.some((one) => isA(value, one));
  if (cls === null) return value === null;
  if (cls instanceof Alias) return isA(value, cls.of);
  if (cls === OBJECT) return true;
  return cls.is ? cls.is(value) : value instanceof Instance && value.cls.isUnder(cls);
}
