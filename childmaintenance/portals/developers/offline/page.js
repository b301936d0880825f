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
function sentence(reason) {
  try {
    return invoke(rule("sentences", "explain"), [invoke(attribute(rule("reasons", "Reason"), "from_json"), [reason]), language]);
  } catch {
    return written(reason, false); // a step that was altered so that no sentence fits it
  }
}

// For tests and for whoever opens the console: the same, text in and text out.
globalThis.offline = {
  receipt: (command, given) => toText(problemIn(() => receiptFor(command, read(given)))),
  check: (receipt) => toText(problemIn(() => checked(read(receipt)))),
};
const toText = ({ found, field, message }) => (found ? written(found, false) : JSON.stringify({ field, message }));

// ---- showing -----------------------------------------------------------------------------------------------------------

function element(name, content, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const part of [content].flat()) if (part !== undefined && part !== null) made.append(part);
  return made;
}
function row(name, value) {
  const head = element("th", name);
  head.scope = "row";
  return element("tr", [head, element("td", value)]);
}
const plain = (value) => (value === null || value === undefined ? say("nothing") : typeof value === "string" ? value : written(value, false));

function show(outcome) {
  const place = document.getElementById("found");
  place.replaceChildren(...outcome());
  place.focus();
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
    parts.push(element("table", element("tbody", [row(say("made_by"), result.at("made_by")), row(say("checked_by"), result.at("checked_by"))])));
    return [element("div", parts, matches ? "result" : "result wrong"), ...steps(receipt)];
  };
}
function difference(receipt, first) {
  if (first.at("where") !== "seal") return [lineThatDiffers(receipt, first)];
  const { found } = problemIn(() => checked(resealed(receipt)));
  const more = !found ? [] : found.at("matches") ? [element("p", say("seal_only"))] : [lineThatDiffers(receipt, found.at("first_difference"))];
  return [element("p", say("seal")), ...more];
}
function lineThatDiffers(receipt, first) {
  const rows = [row(say("where"), first.at("where")), row(say("in_receipt"), plain(first.at("receipt"))), row(say("by_rules"), plain(first.at("rules")))];
  const caption = element("caption", element("h3", say("first")));
  return element("table", [caption, element("tbody", rows)]);
}
function steps(receipt) {
  const { found } = problemIn(() => receiptFor(receipt.at("command"), receipt.at("given")));
  if (!found) return [];
  const answer = found.at("answer"), list = (reasons) => element("ol", reasons.map((reason) => element("li", sentence(reason))));
  const made = [element("h2", say("steps"))];
  if (answer.has("reasons")) made.push(list(answer.at("reasons")));
  for (const slice of answer.get("slices", [])) made.push(element("h3", `${say("from")} ${slice.at("from")}`), list(slice.at("reasons")));
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
  return unreadable(() => `${field}: ${invoke(rule("sentences.errors", "in_language"), [message, language])}`);
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
document.querySelector("form").addEventListener("submit", check);
speak(language);
