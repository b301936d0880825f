// A conversation that brings its new lines by itself. Without this file the same page works with its button and its form.
// It asks every few seconds, less often while nothing is said or nobody looks, and keeps what is being typed whatever happens.
const talk = document.querySelector("[data-talk]");

const SOON = 3000;
const SELDOM = 12000;
const UNSEEN = 25000;
const TROUBLED = 30000;

if (talk && typeof fetch === "function") {
  const part = (name) => talk.querySelector(`[data-talk-${name}]`);
  const [log, lines, standing, trouble, refused, form] = ["log", "lines", "standing", "trouble", "refused", "form"].map(part);
  const title = document.title;
  let last = Number(talk.dataset.last);
  let wait = SOON;
  let waiting = null;
  let failures = 0;
  let sending = false;
  let over = false;

  const toTheEnd = () => {
    if (log) {
      log.scrollTop = log.scrollHeight;
    }
  };

  const show = (now) => {
    const atTheEnd = log && log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    if (now.last > last && lines) {
      lines.insertAdjacentHTML("beforeend", now.lines);
      last = now.last;
      wait = SOON;
      if (atTheEnd) {
        toTheEnd();
      }
      if (document.hidden) {
        document.title = `(${talk.dataset.new}) ${title}`;
      }
    }
    // Only what has changed is said by a screen reader.
    if (standing && standing.dataset.said !== now.standing) {
      if (standing.dataset.said !== undefined || standing.innerHTML.trim() !== now.standing.trim()) {
        standing.innerHTML = now.standing;
      }
      standing.dataset.said = now.standing;
    }
    for (const field of document.querySelectorAll("[name=version]")) {
      field.value = now.version;
    }
    if (now.over && !over) {
      over = true;
      const typed = form?.querySelector("textarea")?.value.trim();
      if (typed) {
        form.querySelector("button").disabled = true;
      } else {
        window.location.reload();
      }
    }
  };

  const ask = async () => {
    const answer = await fetch(`${talk.dataset.from}?after=${last}`, { headers: { Accept: "application/json" }, redirect: "error" });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return answer.json();
  };

  const again = (milliseconds) => {
    clearTimeout(waiting);
    if (!over) {
      waiting = setTimeout(look, milliseconds);
    }
  };

  async function look() {
    if (sending) {
      again(SOON);
      return;
    }
    try {
      show(await ask());
      failures = 0;
      trouble.hidden = true;
      wait = Math.min(wait * 1.15, SELDOM);
      again(document.hidden ? UNSEEN : wait);
    } catch {
      failures += 1;
      trouble.hidden = failures < 2;
      again(Math.min(SOON * 2 ** failures, TROUBLED));
    }
  }

  const refuse = (words) => {
    refused.textContent = words;
    refused.hidden = !words;
  };

  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = form.querySelector("textarea");
    if (sending || !typed.value.trim()) {
      typed.focus();
      return;
    }
    sending = true;
    refuse("");
    try {
      const sent = new FormData(form);
      sent.set("after", String(last));
      const answer = await fetch(form.action || window.location.href, {
        method: "POST",
        body: sent,
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      const now = await answer.json();
      if (now.lines !== undefined) {
        show(now);
      }
      if (answer.ok) {
        typed.value = "";
        typed.dispatchEvent(new Event("input", { bubbles: true }));
        form.elements.nonce.value = now.nonce;
        toTheEnd();
      } else {
        refuse(now.refused);
      }
      trouble.hidden = true;
      failures = 0;
    } catch {
      // The same nonce is sent again: whether or not the first came through, it is said once.
      refuse(talk.dataset.unsent);
    }
    sending = false;
    wait = SOON;
    typed.focus();
    again(SOON);
  });

  // Another form of the page takes along what is being typed, so that it is still there afterwards.
  for (const carried of talk.querySelectorAll("[data-talk-carry]")) {
    carried.form.addEventListener("submit", () => {
      carried.value = form?.querySelector("textarea")?.value ?? "";
    });
  }

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      document.title = title;
      wait = SOON;
      again(0);
    }
  });
  for (const element of talk.querySelectorAll("[data-talk-by-hand]")) {
    element.hidden = true;
  }
  toTheEnd();
  again(SOON);
  talk.dataset.ready = "yes";
}
