// The page itself: take a receipt, compute it again, say whether it matches or show the first line that does not.
"use strict";

const words = JSON.parse(document.getElementById("words").textContent);
publish(JSON.parse(document.getElementById("rules").textContent));
const LAW = "childmaintenance.law";
const rule = (module, name) => attribute(load(`${LAW}.${module}`), name);

let language = (navigator.language || "en").toLowerCase().startsWith("cy") ? "cy" : "en";
let shown = null; // draws the result again, in the language of the moment
const say = (name) => words[name][language];

// ---- asking the rules --------------------------------------------------------------------------------------------------

/** What `childmaintenance check` answers to a receipt. */
const checked = (receipt) => invoke(attribute(invoke(rule("receipt", "check_receipt"), [receipt]), "as_json"));
const receiptFor = (command, given) => invoke(rule("receipt", "make_receipt"), [command, given]);

/** An error of the rules as its field and message; anything else goes on. */
function problemIn(work) {
  try {
    return { found: work() };
  } catch (wrong) {
    const error = wrong instanceof RangeError ? raise("RecursionError", "") : wrong;
    if (!(error instanceof PythonError)) throw error;
    const { field, message } = error.instance.own;
    return { field: field ?? "", message: message ?? error.instance.text() };
  }
}
function resealed(receipt) {
  const body = new Dict(receipt.items().map((pair) => pair.items).filter(([part]) => part !== "seal"));
  const whole = new Dict(body.items().map((pair) => pair.items));
  whole.set("seal", invoke(rule("receipt", "seal_of"), [body]));
  return whole;
}
/** The rules' answer in sentences, one a line: what `childmaintenance ... --text` prints below the id. */
function inWords(command, given, tongue) {
  const line = new Dict([["id", "receipt"], ...given.items().map((pair) => pair.items)]);
  const fields = () => invoke(rule("commands.reading", "with_id"), [line]);
  const answer = invoke(rule(`commands.${command}`, "answer"), [fields()]);
  return [...walk(invoke(rule(`commands.${command}`, "in_words"), [answer, fields(), tongue]))];
}
/** What is wrong, in a language. */
const inLanguage = (message, tongue) => invoke(rule("sentences.errors", "in_language"), [message, tongue]);

// For tests and for whoever opens the console: the same, text in and text out.
globalThis.offline = {
  receipt: (command, given) => toText(problemIn(() => receiptFor(command, read(given)))),
  check: (receipt) => toText(problemIn(() => checked(read(receipt)))),
  words: (command, given, tongue) => {
    const { found, field, message } = problemIn(() => inWords(command, read(given), tongue));
    return found ?? [field, inLanguage(message, tongue)];
  },
};
const toText = ({ found, field, message }) => written(found ?? new Dict([["field", field], ["message", message]]), false);

// ---- showing -----------------------------------------------------------------------------------------------------------

function element(name, content, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const part of [content].flat()) if (part !== undefined && part !== null) made.append(part);
  return made;
}
const pairs = (...rows) => element("dl", rows.map(([name, value]) => element("div", [element("dt", name), element("dd", value)])));
const plain = (value) => (value === null || value === undefined ? say("nothing") : typeof value === "string" ? value : written(value, false));

function show(outcome) {
  const place = document.getElementById("found");
  place.replaceChildren(...outcome());
  const heading = place.querySelector("h2"); // a screen reader reads the outcome, and Tab goes on from it
  heading.tabIndex = -1;
  heading.focus();
}
function unreadable(reason) {
  return () => [element("div", [element("h2", say("unreadable")), element("p", reason())], "result wrong")];
}
function outcomeOf(receipt, result) {
  return () => {
    const matches = result.at("matches"), parts = [element("h2", say(matches ? "matches" : "differs"))];
    if (matches) parts.push(element("p", say("every_line")));
    else parts.push(...difference(receipt, result.at("first_difference")));
    if (result.at("made_by") !== result.at("checked_by")) parts.push(element("p", say("other_edition")));
    parts.push(pairs([say("made_by"), result.at("made_by")], [say("checked_by"), result.at("checked_by")]));
    return [element("div", parts, matches ? "result" : "result wrong"), ...steps(receipt)];
  };
}
function difference(receipt, first) {
  if (first.at("where") !== "seal") return lineThatDiffers(first);
  const { found } = problemIn(() => checked(resealed(receipt)));
  const more = !found ? [] : found.at("matches") ? [element("p", say("seal_only"))] : lineThatDiffers(found.at("first_difference"));
  return [element("p", say("seal")), ...more];
}
function lineThatDiffers(first) {
  const rows = [[say("where"), first.at("where")], [say("in_receipt"), plain(first.at("receipt"))], [say("by_rules"), plain(first.at("rules"))]];
  return [element("h3", say("first")), pairs(...rows)];
}
/** The sentences of the rules' own answer; those with a number are the steps of a list. */
function steps(receipt) {
  const { found } = problemIn(() => inWords(receipt.at("command"), receipt.at("given"), language));
  if (!found) return [];
  const made = [element("h2", say("steps"))];
  for (const line of found) {
    const [, number, step] = /^([0-9]+)\. (.*)$/su.exec(line) ?? [];
    if (number === undefined) made.push(element("p", line));
    else if (number === "1") made.push(element("ol", element("li", step)));
    else made.at(-1).append(element("li", step));
  }
  return made;
}

// ---- taking ------------------------------------------------------------------------------------------------------------

function take(source) {
  let receipt;
  try {
    receipt = read(source.replace(/^\ufeff/u, ""));
  } catch (wrong) {
    if (!(wrong instanceof NotJson) && !(wrong instanceof RangeError)) throw wrong;
    return unreadable(() => say("not_json"));
  }
  if (receipt instanceof Dict && receipt.get("receipt") instanceof Dict) receipt = receipt.at("receipt"); // a line of the command
  if (!(receipt instanceof Dict)) return unreadable(() => say("not_json"));
  const { found, field, message } = problemIn(() => checked(receipt));
  if (found) return outcomeOf(receipt, found);
  return unreadable(() => `${field}: ${inLanguage(message, language)}`);
}
async function check(event) {
  event.preventDefault();
  const [file] = document.getElementById("file").files, pasted = document.getElementById("pasted").value;
  const source = pasted.trim() ? pasted : file ? await file.text() : "";
  shown = source ? take(source) : unreadable(() => say("empty"));
  show(shown);
}
function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = say("title");
  for (const part of document.querySelectorAll("[data-say]")) part.textContent = say(part.dataset.say);
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  if (shown) document.getElementById("found").replaceChildren(...shown());
}

for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));
// What was given last is what is checked: the other is emptied, so that nobody wonders which.
document.getElementById("file").addEventListener("change", () => { document.getElementById("pasted").value = ""; });
document.getElementById("pasted").addEventListener("input", () => { document.getElementById("file").value = ""; });
document.querySelector("form").addEventListener("submit", check);
speak(language);
