// The expressions of Python, each as a closure that takes the scope and gives a value.
"use strict";

const EXPRESSIONS = {
  Constant(node) { return () => node.value; },
  Int(node) { const value = BigInt(node.value); return () => value; },
  Ellipsis() { return () => ELLIPSIS; },
  Name(node) {
    const { id } = node;
    return (scope) => {
      if (id in scope) return scope[id];
      throw raise("NameError", id);
    };
  },
  Attribute(node) { const of = expression(node.value); return (scope) => attribute(of(scope), node.attr); },
  Subscript(node) {
    const of = expression(node.value), place = expression(node.slice);
    return (scope) => item(of(scope), place(scope));
  },
  Slice(node) {
    const part = (one) => (one ? expression(one) : () => null), lower = part(node.lower), upper = part(node.upper);
    return (scope) => new Cut(lower(scope), upper(scope));
  },
  Call(node) {
    const callee = expression(node.func), given = many(node.args);
    const named = (node.keywords ?? []).map((one) => [one.arg, expression(one.value)]);
    if (node.func._ === "Name" && node.func.id === "super" && !node.args) return (scope) => new Super(scope.__class__, scope.__self__);
    return (scope) => {
      const what = callee(scope), values = given(scope);
      if (!named.length) return invoke(what, values);
      const names = Object.create(null);
      for (const [name, value] of named) {
        if (name) names[name] = value(scope);
        else for (const pair of value(scope).items()) names[pair.items[0]] = pair.items[1];
      }
      return invoke(what, values, names);
    };
  },
  Tuple(node) { const items = many(node.elts); return (scope) => new Tuple(items(scope)); },
  List(node) { return many(node.elts); },
  Set(node) { const items = many(node.elts); return (scope) => new PySet(items(scope)); },
  Dict(node) {
    const keys = (node.keys ?? []).map((key) => (key ? expression(key) : null)), values = each(node.values);
    return (scope) => {
      const made = new Dict();
      keys.forEach((key, place) => {
        if (key) made.set(key(scope), values[place](scope));
        else for (const pair of values[place](scope).items()) made.set(...pair.items);
      });
      return made;
    };
  },
  BoolOp(node) {
    const values = each(node.values), stop = node.op === "Or";
    return (scope) => {
      let found = null;
      for (const value of values) if (truth((found = value(scope))) === stop) break;
      return found;
    };
  },
  BinOp(node) {
    const left = expression(node.left), right = expression(node.right), work = OPERATIONS[node.op];
    return (scope) => work(left(scope), right(scope));
  },
  UnaryOp(node) {
    const of = expression(node.operand);
    return node.op === "Not" ? (scope) => !truth(of(scope)) : (scope) => negative(of(scope));
  },
  Compare(node) {
    const first = expression(node.left), others = each(node.comparators), tests = node.ops.map((op) => COMPARISONS[op]);
    return (scope) => {
      let left = first(scope);
      for (let place = 0; place < tests.length; place++) {
        const right = others[place](scope);
        if (!tests[place](left, right)) return false;
        left = right;
      }
      return true;
    };
  },
  IfExp(node) {
    const test = expression(node.test), body = expression(node.body), otherwise = expression(node.orelse);
    return (scope) => (truth(test(scope)) ? body(scope) : otherwise(scope));
  },
  NamedExpr(node) {
    const value = expression(node.value), { id } = node.target;
    return (scope) => {
      let own = scope;
      while (Object.hasOwn(own, "__inside__")) own = Object.getPrototypeOf(own); // out of a comprehension, into its function
      return (own[id] = value(scope));
    };
  },
  Lambda(node) {
    const value = expression(node.body);
    return definition("<lambda>", node.args, (scope) => new Answer(value(scope)), false);
  },
  JoinedStr(node) { const parts = each(node.values); return (scope) => parts.map((part) => part(scope)).join(""); },
  FormattedValue(node) {
    const value = expression(node.value), shape = node.format_spec ? expression(node.format_spec) : () => "";
    return (scope) => formatted(value(scope), node.conversion, shape(scope));
  },
  Yield(node) { const value = expression(node.value); return (scope) => { scope.__yielded__.push(value(scope)); return null; }; },
  YieldFrom(node) { const value = expression(node.value); return (scope) => { scope.__yielded__.push(...walk(value(scope))); return null; }; },
  ListComp(node) { const found = comprehension(node, expression(node.elt)); return (scope) => [...found(scope)]; },
  SetComp(node) { const found = comprehension(node, expression(node.elt)); return (scope) => new PySet(found(scope)); },
  GeneratorExp(node) { return comprehension(node, expression(node.elt)); },
  DictComp(node) {
    const key = expression(node.key), value = expression(node.value);
    const found = comprehension(node, (scope) => [key(scope), value(scope)]);
    return (scope) => new Dict(found(scope));
  },
};

/** The items of a comprehension one after the other, as they are asked for. */
function comprehension(node, item) {
  const parts = node.generators.map((one) => ({ put: target(one.target), over: expression(one.iter), tests: each(one.ifs) }));
  function* from(place, scope, first) {
    if (place === parts.length) { yield item(scope); return; }
    const { put, over, tests } = parts[place];
    for (const found of walk(place ? over(scope) : first)) {
      put(scope, found);
      if (tests.every((test) => truth(test(scope)))) yield* from(place + 1, scope);
    }
  }
  return (outer) => {
    const scope = Object.create(outer);
    scope.__inside__ = true;
    return from(0, scope, parts[0].over(outer));
  };
}

/** Several values, with what a star spreads out. */
function many(nodes) {
  const parts = (nodes ?? []).map((node) => (node._ === "Starred" ? [true, expression(node.value)] : [false, expression(node)]));
  return (scope) => {
    const found = [];
    for (const [spread, value] of parts) if (spread) found.push(...walk(value(scope))); else found.push(value(scope));
    return found;
  };
}
