// Passkeys: hands the server's question to the browser, and the browser's answer to the server, in a form.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

async function create({ publicKey }) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: named(publicKey.excludeCredentials),
    },
  });
  return answered(made, {
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports ? made.response.getTransports() : [],
  });
}

async function get({ publicKey }) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      allowCredentials: named(publicKey.allowCredentials),
    },
  });
  return answered(used, {
    authenticatorData: text(used.response.authenticatorData),
    signature: text(used.response.signature),
    userHandle: used.response.userHandle ? text(used.response.userHandle) : null,
  });
}

function answered(credential, response) {
  return {
    type: credential.type,
    id: credential.id,
    rawId: text(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
  };
}

async function question(form) {
  if (form.dataset.passkeyOptions) {
    return JSON.parse(form.dataset.passkeyOptions);
  }
  const answer = await fetch(form.dataset.passkeyOptionsFrom, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const supported = Boolean(window.PublicKeyCredential && navigator.credentials);
  const failed = form.querySelector("[data-passkey-failed]");
  form.querySelector("[data-passkey-button]").hidden = !supported;
  form.querySelector("[data-passkey-unsupported]").hidden = supported;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const options = await question(form);
      const credential = form.dataset.passkey === "create" ? await create(options) : await get(options);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      failed.hidden = false; // refused, timed out, or no such passkey here: browsers do not say which
    }
  });
}
