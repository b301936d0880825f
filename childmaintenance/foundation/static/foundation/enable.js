// Loaded first and at once: lets the stylesheet know that components may hide what they can also show.
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
