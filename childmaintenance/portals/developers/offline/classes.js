// Classes and their instances: plain ones, dataclasses, enumerations, named tuples and exceptions.
"use strict";

class PythonError extends Error {
  constructor(instance) { super(instance.cls.name); this.instance = instance; }
}
class PyClass {
  constructor(name, bases, own) {
    this.name = name; this.bases = bases; this.own = own;
    this.line = [this, ...bases.flatMap((base) => base.line)].filter((one, place, all) => all.lastIndexOf(one) === place);
    this.kind = bases.map((base) => base.kind).find(Boolean) ?? null;
    this.members = null; // of an enumeration, in order
    this.fields = bases.flatMap((base) => base.fields ?? []); // of a dataclass or a named tuple
    this.byValue = false; // whether two with equal fields are one
  }
  find(name) {
    for (const one of this.line) if (name in one.own) return one.own[name];
    return undefined;
  }
  isUnder(other) { return this.line.includes(other); }
}
class Instance {
  constructor(cls) { this.cls = cls; this.own = Object.create(null); }
  call(name, ...given) { return invoke(bind(this.cls.find(name), this), given); }
  has(name) { return this.cls.find(name) !== undefined; }
  equals(other) {
    if (this.has("__eq__")) return this.call("__eq__", other) === true;
    if (!this.cls.byValue || !(other instanceof Instance) || other.cls !== this.cls) return false;
    return this.cls.fields.every((field) => equal(this.own[field.name], other.own[field.name]));
  }
  key() {
    if (this.cls.kind === "enum") return identityOf(this);
    if (this.cls.find("__eq__") !== undefined && this.has("__hash__")) return `h${identityOf(this.cls)}${this.call("__hash__")}`;
    if (!this.cls.byValue) return identityOf(this);
    return `o${identityOf(this.cls)}${keyOf(new Tuple(this.cls.fields.map((field) => this.own[field.name])))}`;
  }
  truth() {
    if (this.has("__bool__")) return truth(this.call("__bool__"));
    return this.cls.kind === "tuple" ? this.cls.fields.length > 0 : true;
  }
  repr() {
    if (this.has("__repr__")) return this.call("__repr__");
    if (this.cls.kind === "enum") return `<${this.cls.name}.${this.own.name}: ${repr(this.own.value)}>`;
    if (this.cls.kind === "exception") return `${this.cls.name}(${this.own.args.items.map(repr).join(", ")})`;
    return `${this.cls.name}(${this.cls.fields.map((field) => `${field.name}=${repr(this.own[field.name])}`).join(", ")})`;
  }
  text() {
    if (this.has("__str__")) return this.call("__str__");
    if (this.cls.kind === "enum") return `${this.cls.name}.${this.own.name}`;
    if (this.cls.kind === "exception") return this.own.args.items.length === 1 ? text(this.own.args.items[0]) : text(this.own.args);
    return this.repr();
  }
}
class Func {
  constructor(name, parameters, run, scope) { Object.assign(this, { name, parameters, run, scope, owner: null }); }
}
class Bound { constructor(func, self) { this.func = func; this.self = self; } }
class ClassMethod { constructor(func) { this.func = func; } }
class Property { constructor(func) { this.func = func; } }
class Module { constructor(name) { this.name = name; this.names = Object.create(null); } }
class Alias { constructor(of, given) { this.of = of; this.given = given; } } // such as tuple[int, ...] or Literal["a"]
class Union { constructor(parts) { this.parts = parts; } }
class Native { constructor(name, run) { this.name = name; this.run = run; } }

const native = (name, run) => new Native(name, run);
const method = (name, run) => Object.assign(native(name, run), { isMethod: true });
const NO_NAMES = Object.freeze(Object.create(null));

function bind(found, self) {
  if (found instanceof Func || (found instanceof Native && found.isMethod)) return new Bound(found, self);
  if (found instanceof ClassMethod) return new Bound(found.func, self instanceof Instance ? self.cls : self);
  return found;
}

/** Call anything that Python can call. */
function invoke(callee, given = [], named = NO_NAMES) {
  if (callee instanceof Bound) return invoke(callee.func, [callee.self, ...given], named);
  if (callee instanceof Func) return callFunction(callee, given, named);
  if (callee instanceof Native) return callee.run(given, named);
  if (callee instanceof PyClass) return make(callee, given, named);
  if (callee instanceof Alias) return invoke(callee.of, given, named);
  if (callee instanceof Instance && callee.has("__call__")) return invoke(bind(callee.cls.find("__call__"), callee), given, named);
  throw raise("TypeError", `${repr(callee)} cannot be called`);
}

function make(cls, given, named) {
  if (cls.build) return cls.build(given, named);
  if (cls.kind === "enum") {
    const found = cls.members.find((member) => equal(member.own.value, given[0]));
    if (!found) throw raise("ValueError", `${repr(given[0])} is not a valid ${cls.name}`);
    return found;
  }
  const made = new Instance(cls);
  const init = cls.find("__init__");
  if (init !== undefined) invoke(bind(init, made), given, named);
  else if (cls.fields.length) {
    fill(made, cls, given, named);
    const after = cls.find("__post_init__");
    if (after !== undefined) invoke(bind(after, made));
  } else if (given.length) throw raise("TypeError", `${cls.name}() takes no arguments`);
  return made;
}

function fill(made, cls, given, named) {
  if (given.length > cls.fields.length) throw raise("TypeError", `${cls.name}() was given too much`);
  cls.fields.forEach((field, place) => {
    if (place < given.length) made.own[field.name] = given[place];
    else if (field.name in named) made.own[field.name] = named[field.name];
    else if (field.factory) made.own[field.name] = invoke(field.factory);
    else if (field.otherwise !== undefined) made.own[field.name] = field.otherwise;
    else throw raise("TypeError", `${cls.name}() is missing ${field.name}`);
  });
  for (const name in named) {
    if (!cls.fields.some((field) => field.name === name)) throw raise("TypeError", `${cls.name}() has no ${name}`);
  }
}

/** Turn the annotated names of a class into fields; `annotations` are [name, function that gives the type]. */
function addFields(cls, annotations) {
  for (const [name, type] of annotations) {
    let otherwise = cls.own[name], factory = null;
    if (otherwise instanceof Module && otherwise.name === "field") {
      factory = otherwise.names.default_factory ?? null;
      otherwise = otherwise.names.default;
      delete cls.own[name];
    }
    cls.fields = [...cls.fields.filter((field) => field.name !== name), { name, type, otherwise, factory }];
  }
}

// ---- attributes --------------------------------------------------------------------------------------------------------

function attribute(of, name) {
  const found = lookUp(of, name);
  if (found === undefined) throw raise("AttributeError", `${repr(of)} has no ${name}`);
  return found;
}

function lookUp(of, name) {
  if (of instanceof Instance) {
    if (name in of.own) return of.own[name];
    const found = of.cls.find(name);
    if (found instanceof Property) return invoke(found.func, [of]);
    if (found !== undefined) return bind(found, of);
    if (name === "__class__") return of.cls;
    const otherwise = of.cls.find("__getattr__");
    return otherwise === undefined ? undefined : invoke(bind(otherwise, of), [name]);
  }
  if (of instanceof PyClass) {
    const found = of.find(name);
    if (found instanceof ClassMethod) return new Bound(found.func, of);
    if (found !== undefined) return found;
    return name === "__name__" ? of.name : undefined;
  }
  if (of instanceof Module) {
    if (name in of.names) return of.names[name];
    return submodule(of, name);
  }
  if (of instanceof Super) {
    for (const one of of.self.cls.line.slice(of.self.cls.line.indexOf(of.cls) + 1)) {
      if (name in one.own) return bind(one.own[name], of.self);
    }
    return undefined;
  }
  return methodOf(of, name);
}
class Super { constructor(cls, self) { this.cls = cls; this.self = self; } }

function setAttribute(of, name, value) {
  if (of instanceof Instance) of.own[name] = value;
  else if (of instanceof PyClass) of.own[name] = value;
  else throw raise("AttributeError", `${name} cannot be set`);
}

// ---- exceptions --------------------------------------------------------------------------------------------------------

const BUILT_IN = Object.create(null);
const plainClass = (name, bases = []) => (BUILT_IN[name] = new PyClass(name, bases, Object.create(null)));
plainClass("object");
const OBJECT = BUILT_IN.object;
OBJECT.own.__hash__ = method("__hash__", ([self]) => identityOf(self));
plainClass("BaseException", [OBJECT]).kind = "exception";
BUILT_IN.BaseException.own.__init__ = method("__init__", ([self, ...given]) => { self.own.args = new Tuple(given); return null; });
for (const [name, base] of [
  ["Exception", "BaseException"], ["ValueError", "Exception"], ["TypeError", "Exception"], ["LookupError", "Exception"],
  ["KeyError", "LookupError"], ["IndexError", "LookupError"], ["AttributeError", "Exception"], ["ArithmeticError", "Exception"],
  ["ZeroDivisionError", "ArithmeticError"], ["OverflowError", "ArithmeticError"], ["AssertionError", "Exception"],
  ["RuntimeError", "Exception"], ["RecursionError", "RuntimeError"], ["NotImplementedError", "RuntimeError"],
  ["StopIteration", "Exception"], ["NameError", "Exception"], ["ImportError", "Exception"],
]) plainClass(name, [BUILT_IN[base]]);

function raise(name, message) {
  const made = new Instance(BUILT_IN[name]);
  made.own.args = new Tuple([message]);
  return new PythonError(made);
}
