// Adds up, for this page alone, how long it was looked at and which named things were chosen, and hands in the sums when it is left.
// It keeps nothing on the device and knows nothing of who is looking. Whoever says no to counting does not get this file.
const to = document.querySelector("script[data-counted]")?.dataset.counted;

if (to && typeof navigator.sendBeacon === "function") {
  let looked = 0;
  let since = null;
  let chosen = [];

  const look = () => {
    if (since === null) {
      since = performance.now();
    }
  };

  const lookAway = () => {
    if (since !== null) {
      looked += performance.now() - since;
      since = null;
    }
  };

  const handIn = () => {
    lookAway();
    const sums = new URLSearchParams(chosen.map((name) => ["chose", name]));
    if (looked > 0) {
      sums.append("seconds", String(Math.round(looked / 1000)));
    }
    if ([...sums].length > 0) {
      navigator.sendBeacon(to, sums);
    }
    looked = 0;
    chosen = [];
  };

  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? look() : lookAway()));
  document.addEventListener("click", ({ target }) => {
    const name = target.closest?.("[data-counts]")?.dataset.counts;
    if (name) {
      chosen.push(name);
    }
  });
  window.addEventListener("pagehide", handIn);
  window.addEventListener("pageshow", look);
  look();
}
