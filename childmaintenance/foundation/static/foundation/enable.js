// Loaded first and at once: lets the stylesheet know that components may hide what they can also show.
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported ocm-folding" : "");
// On a phone the menu stands folded from the first paint, so that nothing moves when the script comes that folds it. By now that
// has happened; if it has not, the script will not come, and the menu opens.
addEventListener("load", () => document.body.classList.remove("ocm-folding"));
