// From a tree of Python's syntax to functions that run it: each piece becomes a closure that takes the scope.
"use strict";

const BREAK = Symbol("break"), CONTINUE = Symbol("continue");
class Answer { constructor(value) { this.value = value; } }

const each = (nodes) => (nodes ?? []).map(expression);

function block(nodes) {
  const steps = (nodes ?? []).map(statement);
  return (scope) => {
    for (const step of steps) {
      const done = step(scope);
      if (done !== undefined) return done;
    }
    return undefined;
  };
}

function statement(node) {
  const kind = STATEMENTS[node._];
  if (!kind) throw new Error(`The statement ${node._} is not known.`);
  return kind(node);
}
function expression(node) {
  const kind = EXPRESSIONS[node._];
  if (!kind) throw new Error(`The expression ${node._} is not known.`);
  return kind(node);
}

// ---- statements --------------------------------------------------------------------------------------------------------

const STATEMENTS = {
  Expr(node) { const value = expression(node.value); return (scope) => { value(scope); }; },
  Pass() { return () => undefined; },
  Break() { return () => BREAK; },
  Continue() { return () => CONTINUE; },
  Return(node) {
    const value = node.value ? expression(node.value) : () => null;
    return (scope) => new Answer(value(scope));
  },
  Assign(node) {
    const value = expression(node.value), targets = node.targets.map(target);
    return (scope) => { const found = value(scope); for (const put of targets) put(scope, found); };
  },
  AnnAssign(node) {
    const put = node.value ? target(node.target) : null, value = node.value ? expression(node.value) : null;
    const type = expression(node.annotation);
    return (scope) => {
      if (Object.hasOwn(scope, "__annotations__")) scope.__annotations__.push([node.target.id, () => type(scope)]);
      if (put) put(scope, value(scope));
    };
  },
  AugAssign(node) {
    const now = expression(node.target), value = expression(node.value), put = target(node.target), work = OPERATIONS[node.op];
    return (scope) => { put(scope, work(now(scope), value(scope))); };
  },
  If(node) {
    const test = expression(node.test), body = block(node.body), otherwise = block(node.orelse);
    return (scope) => (truth(test(scope)) ? body(scope) : otherwise(scope));
  },
  For(node) {
    const put = target(node.target), over = expression(node.iter), body = block(node.body), otherwise = block(node.orelse);
    return (scope) => {
      for (const item of walk(over(scope))) {
        put(scope, item);
        const done = body(scope);
        if (done === BREAK) return undefined;
        if (done !== undefined && done !== CONTINUE) return done;
      }
      return otherwise(scope);
    };
  },
  While(node) {
    const test = expression(node.test), body = block(node.body);
    return (scope) => {
      while (truth(test(scope))) {
        const done = body(scope);
        if (done === BREAK) return undefined;
        if (done !== undefined && done !== CONTINUE) return done;
      }
      return undefined;
    };
  },
  Raise(node) {
    const what = node.exc ? expression(node.exc) : null;
    return (scope) => {
      if (!what) throw scope.__handled__;
      const found = what(scope);
      throw new PythonError(found instanceof PyClass ? make(found, [], NO_NAMES) : found);
    };
  },
  Assert(node) {
    const test = expression(node.test);
    return (scope) => { if (!truth(test(scope))) throw raise("AssertionError", ""); };
  },
  Try(node) {
    const body = block(node.body), otherwise = block(node.orelse), last = block(node.finalbody);
    const handlers = (node.handlers ?? []).map((one) => ({
      type: one.type ? expression(one.type) : null, name: one.name, body: block(one.body),
    }));
    return (scope) => {
      let done;
      try {
        done = body(scope);
        if (done === undefined) done = otherwise(scope);
      } catch (wrong) {
        const error = wrong instanceof RangeError ? raise("RecursionError", "too deep") : wrong;
        if (!(error instanceof PythonError)) throw error;
        const handler = handlers.find((one) => !one.type || isA(error.instance, one.type(scope)));
        if (!handler) throw error;
        if (handler.name) scope[handler.name] = error.instance;
        scope.__handled__ = error;
        done = handler.body(scope);
      } finally {
        last(scope);
      }
      return done;
    };
  },
  Import(node) {
    return (scope) => { for (const one of node.names) scope[one.asname ?? one.name.split(".")[0]] = load(one.asname ? one.name : one.name.split(".")[0]); };
  },
  ImportFrom(node) {
    return (scope) => {
      const from = load(node.module);
      for (const one of node.names) scope[one.asname ?? one.name] = attribute(from, one.name);
    };
  },
  FunctionDef(node) {
    const made = definition(node.name, node.args, block(node.body), node.generator), marks = each(node.decorator_list);
    return (scope) => {
      let found = made(scope);
      for (const mark of [...marks].reverse()) found = invoke(mark(scope), [found]);
      scope[node.name] = found;
    };
  },
  ClassDef(node) {
    const bases = each(node.bases), body = block(node.body), marks = each(node.decorator_list);
    return (scope) => {
      const own = Object.create(scope);
      own.__annotations__ = [];
      body(own);
      const annotations = own.__annotations__;
      delete own.__annotations__;
      const parents = bases.map((base) => base(scope)).map((base) => (base instanceof Alias ? base.of : base));
      const names = Object.assign(Object.create(null), own);
      for (const name in names) if (!Object.hasOwn(own, name)) delete names[name];
      const cls = new PyClass(node.name, parents.length ? parents : [OBJECT], names);
      for (const part of Object.values(names)) {
        const func = part instanceof ClassMethod || part instanceof Property ? part.func : part;
        if (func instanceof Func) { func.owner = cls; func.scope = scope; }
      }
      cls.annotations = annotations;
      if (cls.kind === "enum") enumerate(cls);
      if (cls.kind === "tuple") { addFields(cls, annotations); cls.byValue = true; }
      let found = cls;
      for (const mark of [...marks].reverse()) found = invoke(mark(scope), [found]);
      scope[node.name] = found;
    };
  },
};

function enumerate(cls) {
  cls.members = [];
  for (const name of Object.keys(cls.own)) {
    const value = cls.own[name];
    if (name.startsWith("_") || value instanceof Func || value instanceof Property || value instanceof ClassMethod) continue;
    const member = new Instance(cls);
    Object.assign(member.own, { name, value });
    cls.own[name] = member;
    cls.members.push(member);
  }
}

/** Where a value is put: a name, a part of something, or several of them. */
function target(node) {
  if (node._ === "Name") return (scope, value) => { scope[node.id] = value; };
  if (node._ === "Attribute") {
    const of = expression(node.value);
    return (scope, value) => setAttribute(of(scope), node.attr, value);
  }
  if (node._ === "Subscript") {
    const of = expression(node.value), place = expression(node.slice);
    return (scope, value) => setItem(of(scope), place(scope), value);
  }
  const parts = node.elts.map((part) => target(part._ === "Starred" ? part.value : part));
  const star = node.elts.findIndex((part) => part._ === "Starred");
  return (scope, value) => {
    let items = [...walk(value)];
    if (star >= 0) {
      const after = parts.length - star - 1;
      items = [...items.slice(0, star), items.slice(star, items.length - after), ...items.slice(items.length - after)];
    }
    if (items.length !== parts.length) throw raise("ValueError", "too many or too few values to unpack");
    parts.forEach((put, place) => put(scope, items[place]));
  };
}

// ---- functions ---------------------------------------------------------------------------------------------------------

/** A function that makes the function in a scope, with its defaults worked out there. */
function definition(name, given, body, generator) {
  const names = [...(given.posonlyargs ?? []), ...(given.args ?? [])], only = given.kwonlyargs ?? [];
  const defaults = each(given.defaults), kwDefaults = (given.kw_defaults ?? []).map((one) => (one ? expression(one) : null));
  return (scope) => {
    const parameters = { names, only, rest: given.vararg, named: given.kwarg, otherwise: Object.create(null) };
    defaults.forEach((value, place) => { parameters.otherwise[names[names.length - defaults.length + place]] = value(scope); });
    kwDefaults.forEach((value, place) => { if (value) parameters.otherwise[only[place]] = value(scope); });
    const run = generator
      ? (inner) => { inner.__yielded__ = []; body(inner); return inner.__yielded__; }
      : (inner) => { const done = body(inner); return done instanceof Answer ? done.value : null; };
    return new Func(name, parameters, run, scope);
  };
}

function callFunction(func, given, named) {
  const { names, only, rest, named: others, otherwise } = func.parameters, scope = Object.create(func.scope);
  if (func.owner) { scope.__class__ = func.owner; scope.__self__ = given[0]; }
  if (given.length > names.length && !rest) throw raise("TypeError", `${func.name}() was given too much`);
  names.forEach((name, place) => { if (place < given.length) scope[name] = given[place]; });
  if (rest) scope[rest] = new Tuple(given.slice(names.length));
  const left = others ? new Dict() : null;
  for (const name in named) {
    if (names.includes(name) || only.includes(name)) scope[name] = named[name];
    else if (left) left.set(name, named[name]);
    else throw raise("TypeError", `${func.name}() has no ${name}`);
  }
  if (others) scope[others] = left;
  for (const name of [...names, ...only]) {
    if (Object.hasOwn(scope, name)) continue;
    if (!(name in otherwise)) throw raise("TypeError", `${func.name}() is missing ${name}`);
    scope[name] = otherwise[name];
  }
  return func.run(scope);
}
