// The functions that Python has ready, the modules of its library that the rules import, and the rules' own.
"use strict";

const keyed = (named) => (named.key && named.key !== null ? (value) => invoke(named.key, [value]) : (value) => value);
function best(given, named, sign) {
  const items = given.length === 1 ? [...walk(given[0])] : given, by = keyed(named);
  if (!items.length) {
    if ("default" in named) return named.default;
    throw raise("ValueError", "there is nothing to choose from");
  }
  return items.reduce((one, other) => (truth(sign > 0 ? COMPARISONS.Gt(by(other), by(one)) : COMPARISONS.Lt(by(other), by(one))) ? other : one));
}
const length = (of) => (of instanceof Dict ? of.size : of instanceof PySet ? of.map.size : itemsOf(of).length);

const FUNCTIONS = {
  len: ([of]) => BigInt(length(of)),
  isinstance: ([value, cls]) => isA(value, cls),
  issubclass: ([cls, other]) => cls instanceof PyClass && cls.isUnder(other),
  sum: ([items, start = 0n], named) => [...walk(items)].reduce((total, one) => OPERATIONS.Add(total, one), named.start ?? start),
  min: (given, named) => best(given, named, -1),
  max: (given, named) => best(given, named, 1),
  sorted: ([items], named) => {
    const by = keyed(named), all = [...walk(items)].map((value) => [by(value), value]);
    all.sort((a, b) => (COMPARISONS.Lt(a[0], b[0]) ? -1 : COMPARISONS.Lt(b[0], a[0]) ? 1 : 0) * (truth(named.reverse ?? false) ? -1 : 1));
    return all.map((pair) => pair[1]);
  },
  zip: (given, named) => {
    const all = given.map((one) => [...walk(one)]), least = Math.min(...all.map((one) => one.length));
    if (truth(named.strict ?? false) && all.some((one) => one.length !== least)) throw raise("ValueError", "zip() of different lengths");
    return Array.from({ length: least }, (_, place) => new Tuple(all.map((one) => one[place])));
  },
  enumerate: ([items, start = 0n], named) => [...walk(items)].map((one, place) => new Tuple([(named.start ?? start) + BigInt(place), one])),
  range: (given) => {
    const [from, to, step] = given.length === 1 ? [0n, given[0], 1n] : [given[0], given[1], given[2] ?? 1n], found = [];
    for (let one = asInt(from); step > 0n ? one < to : one > to; one += step) found.push(one);
    return found;
  },
  reversed: ([items]) => [...walk(items)].reverse(),
  map: ([func, ...all]) => FUNCTIONS.zip(all, NO_NAMES).map((given) => invoke(func, given.items)),
  any: ([items]) => { for (const one of walk(items)) if (truth(one)) return true; return false; },
  all: ([items]) => { for (const one of walk(items)) if (!truth(one)) return false; return true; },
  iter: ([items]) => walk(items),
  next: ([items, ...otherwise]) => {
    const found = items.next();
    if (!found.done) return found.value;
    if (otherwise.length) return otherwise[0];
    throw raise("StopIteration", "");
  },
  getattr: ([of, name, otherwise]) => {
    const found = lookUp(of, name);
    if (found !== undefined) return found;
    if (otherwise === undefined) throw raise("AttributeError", name);
    return otherwise;
  },
  hasattr: ([of, name]) => lookUp(of, name) !== undefined,
  divmod: ([a, b]) => new Tuple([OPERATIONS.FloorDiv(a, b), OPERATIONS.Mod(a, b)]),
  abs: ([value]) => (COMPARISONS.Lt(value, 0n) ? negative(value) : value),
  repr: ([value]) => repr(value),
  hash: ([value]) => keyOf(value),
  classmethod: ([func]) => new ClassMethod(func),
  property: ([func]) => new Property(func),
};
const ROOT = Object.assign(Object.create(null), BUILT_IN, { NotImplemented: NOT_IMPLEMENTED });
for (const [name, run] of Object.entries(FUNCTIONS)) ROOT[name] = native(name, run);

// ---- the library -------------------------------------------------------------------------------------------------------

const DOT_ALL = 16n;
const ofKind = (name, kind) => Object.assign(new PyClass(name, [OBJECT], Object.create(null)), { kind });
const named = (...names) => Object.fromEntries(names.map((name) => [name, new PyClass(name, [OBJECT], Object.create(null))]));
const functions = (all) => Object.fromEntries(Object.entries(all).map(([name, run]) => [name, native(name, run)]));
const isMapping = Object.assign(new PyClass("Mapping", [OBJECT], Object.create(null)), { is: (value) => value instanceof Dict });

function asDataclass(cls, options) {
  addFields(cls, cls.annotations);
  cls.byValue = truth(options.eq ?? true);
  return cls;
}
function kept(func) {
  const known = new Map();
  return native(func.name, (given, names) => {
    const key = keyOf(new Tuple([...given, ...Object.entries(names).map((pair) => new Tuple(pair))]));
    if (!known.has(key)) known.set(key, invoke(func, given, names));
    return known.get(key);
  });
}
function pattern(source, flags = 0n) {
  const inner = source.replaceAll("\\Z", "$"), dots = flags & DOT_ALL ? "su" : "u";
  const from = new RegExp(`^(?:${inner})`, dots), whole = new RegExp(`^(?:${inner})$`, dots), anywhere = new RegExp(inner, `g${dots}`);
  const found = (groups) => groups && new Handle(functions({
    group: ([place]) => groups[Number(place)] ?? null,
    groups: () => new Tuple(groups.slice(1).map((group) => group ?? null)),
  }));
  return new Handle(functions({
    match: ([written]) => found(from.exec(written)),
    fullmatch: ([written]) => found(whole.exec(written)),
    sub: ([by, written]) => written.replace(anywhere, (...groups) => invoke(by, [found(groups.slice(0, groups.findIndex(Number.isInteger)))])),
  }));
}
function path(parts) {
  const whole = `/${parts.join("/")}`, last = parts.at(-1) ?? "";
  return new Handle({
    whole,
    name: last,
    get parent() { return path(parts.slice(0, -1)); },
    with_suffix: native("with_suffix", ([end]) => path([...parts.slice(0, -1), last.replace(/\.[^.]*$/u, "") + end])),
    relative_to: native("relative_to", ([other]) => path(whole.slice(other.names.whole.length + 1).split("/"))),
    get __truediv__() { return native("/", ([end]) => path([...parts, end])); },
    as_posix: native("as_posix", () => parts.join("/")),
    read_text: native("read_text", () => new Handle({ table: whole })),
  });
}
function asPath(written) { return written instanceof Handle ? written : path(written.split("/").filter(Boolean)); }
function figures(value) {
  if (Array.isArray(value)) return value.map(figures);
  if (value === null || typeof value !== "object") return value;
  if (value._ === "table") return new Dict(value.of.map(([key, part]) => [key, figures(part)]));
  if (value._ === "int") return BigInt(value.of);
  return value._ === "date" ? dayFromIso(value.of) : FRACTION.build([value.of], NO_NAMES);
}

const LIBRARY = (rules) => ({
  abc: { ABC: ofKind("ABC", null), ...functions({ abstractmethod: ([func]) => func }) },
  calendar: functions({ monthrange: ([year, month]) => new Tuple([0n, BigInt(daysIn(Number(year), Number(month)))]) }),
  "collections.abc": { Mapping: isMapping, ...named("Callable", "Iterable", "Iterator", "Sequence") },
  dataclasses: functions({
    dataclass: ([cls], options) => (cls ? asDataclass(cls, options) : native("dataclass", ([one]) => asDataclass(one, options))),
    field: (_, options) => Object.assign(new Module("field"), { names: options }),
    fields: ([of]) => new Tuple((of instanceof PyClass ? of : of.cls).fields.map((field) => new Handle({ name: field.name, get type() { return field.type(); } }))),
    replace: ([of], changes) => {
      const names = Object.create(null);
      for (const field of of.cls.fields) names[field.name] = of.own[field.name];
      return make(of.cls, [], Object.assign(names, changes));
    },
  }),
  datetime: { date: DATE, timedelta: SPAN },
  enum: { Enum: ofKind("Enum", "enum"), StrEnum: ofKind("StrEnum", "enum") },
  fractions: { Fraction: FRACTION },
  functools: functions({ lru_cache: ([func]) => (func instanceof Func ? kept(func) : native("lru_cache", ([one]) => kept(one))), cache: ([func]) => kept(func) }),
  hashlib: functions({ sha256: ([written]) => new Handle(functions({ hexdigest: () => sha256(written) })) }),
  importlib: functions({ import_module: ([name]) => load(name) }),
  json: functions({ dumps: ([value], options) => written(value, truth(options.sort_keys ?? false)) }),
  math: functions({ gcd: ([a, b]) => gcd(a, b) }),
  pathlib: { Path: native("Path", ([whole]) => asPath(whole)) },
  re: {
    ASCII: 0n,
    DOTALL: DOT_ALL,
    ...named("Pattern", "Match"),
    ...functions({ compile: ([source, flags]) => pattern(source, flags), escape: ([source]) => source.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&") }),
  },
  tomllib: functions({ loads: ([handle]) => figures(rules.tables[handle.names.table]) }),
  typing: {
    ...named("Any", "Final", "Generic", "Literal", "Self", "ClassVar", "Protocol"),
    NamedTuple: ofKind("NamedTuple", "tuple"),
    TYPE_CHECKING: false,
    ...functions({
      TypeVar: ([name]) => new PyClass(name, [OBJECT], Object.create(null)),
      get_args: ([of]) => new Tuple(of instanceof Alias ? of.given : of instanceof Union ? of.parts : []),
      cast: ([, value]) => value,
    }),
  },
});

// ---- loading -----------------------------------------------------------------------------------------------------------

const loaded = new Map();
let published = null, library = null;

/** Take the published rules; nothing of them runs until something is asked for. */
function publish(rules) {
  published = rules;
  library = LIBRARY(rules);
  loaded.clear();
}
function load(name) {
  if (loaded.has(name)) return loaded.get(name);
  const parent = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : null;
  if (parent && parent in published.modules) load(parent);
  if (loaded.has(name)) return loaded.get(name);
  const made = new Module(name);
  loaded.set(name, made);
  if (name in published.modules) {
    const { file, tree } = published.modules[name];
    made.names = Object.assign(Object.create(ROOT), { __name__: name, __file__: file });
    if (name === "childmaintenance.law") made.names.RULEBOOK = published.edition;
    block(tree.body)(made.names);
    if (parent) loaded.get(parent).names[name.slice(parent.length + 1)] = made;
  } else if (name in library) Object.assign(made.names, library[name]);
  else throw raise("ImportError", name);
  return made;
}
function submodule(of, name) {
  return `${of.name}.${name}` in published.modules ? load(`${of.name}.${name}`) : undefined;
}
