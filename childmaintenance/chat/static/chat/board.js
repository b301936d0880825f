// The lists of the desk look again by themselves. They are not redrawn while somebody's keyboard is in them.
const board = document.querySelector("[data-board]");
const EVERY = 5000;
const UNSEEN = 30000;

if (board && typeof fetch === "function") {
  const title = document.title;

  async function look() {
    try {
      const answer = await fetch(board.dataset.from, { headers: { Accept: "application/json" }, redirect: "error" });
      if (answer.ok) {
        const now = await answer.json();
        if (now.mark !== board.dataset.mark && !board.contains(document.activeElement)) {
          board.innerHTML = now.html;
          board.dataset.mark = now.mark;
          document.title = document.hidden ? `• ${title}` : title;
        }
      }
    } catch {
      // Next time: nothing on the page is lost meanwhile.
    }
    setTimeout(look, document.hidden ? UNSEEN : EVERY);
  }

  document.addEventListener("visibilitychange", () => {
    document.title = title;
  });
  setTimeout(look, EVERY);
}
