// Warns five minutes before a session ends. The server decides; this only asks it, and says what it answers.
const dialog = document.getElementById("session-warning");
const WARN = 300; // seconds before the end

if (dialog && typeof dialog.showModal === "function") {
  const left = document.getElementById("session-warning-left");
  const sentences = [...dialog.querySelectorAll("[data-at]")]
    .map((item) => ({ at: Number(item.dataset.at), words: item.textContent }))
    .sort((a, b) => a.at - b.at);
  let ends = Date.now() + Number(dialog.dataset.endsIn) * 1000;
  let timer;
  let focused;

  const secondsLeft = () => Math.round((ends - Date.now()) / 1000);
  const leave = () => window.location.assign(dialog.dataset.ended);

  // A laptop that slept, or another tab that was used, makes our own count wrong: ask before saying anything.
  async function ask() {
    try {
      const answer = await fetch(dialog.dataset.state, { headers: { Accept: "application/json" } });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null; // no connection: our own count is the best there is
    }
  }

  function show(extendable) {
    for (const part of dialog.querySelectorAll("[data-when]")) {
      part.hidden = (part.dataset.when === "extendable") !== extendable;
    }
    say();
    if (!dialog.open) {
      focused = document.activeElement;
      dialog.showModal();
      dialog.querySelector(extendable ? "[data-session-stay] [data-when=extendable]" : "[data-session-close]").focus();
    }
  }

  // The live region changes once a minute, and twice in the last: enough to act on, too little to interrupt.
  function say() {
    const sentence = sentences.find((one) => secondsLeft() <= one.at) || sentences[sentences.length - 1];
    if (left.textContent !== sentence.words) {
      left.textContent = sentence.words;
    }
  }

  function close() {
    dialog.close();
    if (focused && focused.isConnected) {
      focused.focus();
    }
  }

  function take(state) {
    ends = Date.now() + state.seconds * 1000;
  }

  async function tick() {
    clearTimeout(timer);
    if (secondsLeft() <= WARN && !dialog.open) {
      const state = await ask();
      if (state) {
        take(state);
      }
      if (secondsLeft() <= 0) {
        leave();
        return;
      }
      if (secondsLeft() <= WARN) {
        show(state ? state.may_extend : true);
      }
    } else if (dialog.open) {
      if (secondsLeft() <= 0) {
        const state = await ask();
        if (!state || state.seconds <= 0) {
          leave();
          return;
        }
        take(state);
      }
      if (secondsLeft() > WARN + 5) {
        close();
      } else {
        say();
      }
    }
    const wait = dialog.open ? 1 : Math.max(1, secondsLeft() - WARN);
    timer = setTimeout(tick, wait * 1000);
  }

  dialog.querySelector("[data-session-stay]").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "application/json" },
      });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const state = await answer.json();
      if (state.seconds <= 0) {
        leave();
        return;
      }
      take(state);
      close();
      tick();
    } catch {
      form.submit(); // the long way round, by a whole page
    }
  });

  dialog.querySelector("[data-session-close]").addEventListener("click", close);
  // Escape is no answer to this question while staying is possible.
  dialog.addEventListener("cancel", (event) => {
    if (!dialog.querySelector("[data-session-stay] [data-when=extendable]").hidden) {
      event.preventDefault();
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      tick();
    }
  });
  tick();
}
