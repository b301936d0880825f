// The enhancements of every page. Nothing here is needed to use the service.
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
} from "govuk-frontend";

// ARIA allows no aria-expanded on a radio button; what it opens follows it at once in reading order.
class PlainRadios extends Radios {
  syncConditionalRevealWithInputState($input) {
    super.syncConditionalRevealWithInputState($input);
    $input.removeAttribute("aria-expanded");
  }
}

for (const Component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  PlainRadios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(Component);
}

// After a skip link the address ends in #main-content. A form would send that on, and the browser would then take the focus
// away from the error summary of the next page to go there.
document.addEventListener("submit", ({ target }) => {
  if (!target.hasAttribute("action")) {
    target.action = window.location.pathname + window.location.search;
  }
});
