// Makes and uses passkeys: the browser alone can speak to the device. Everything else on the page works without it.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

async function post(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

async function enrol(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: [],
    },
  });
  const { clientDataJSON, attestationObject } = made.response;
  const transports = made.response.getTransports?.() ?? [];
  return {
    ...around(made),
    response: { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject), transports },
  };
}

async function use(options) {
  const shown = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: [] },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
  return {
    ...around(shown),
    response: {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    },
  };
}

function around({ id, rawId, type }) {
  return { id, rawId: text(rawId), type, clientExtensionResults: {} };
}

for (const part of document.querySelectorAll('[data-passkey]')) {
  const button = part.querySelector('button');
  const failed = part.querySelector('[role="alert"]');
  if (!window.PublicKeyCredential) {
    failed.hidden = false;
    continue;
  }
  button.hidden = false;
  button.addEventListener('click', () => void go(part, button, failed));
}

async function go(part, button, failed) {
  failed.hidden = true;
  button.disabled = true;
  try {
    const options = await post(part.dataset.offer, {});
    const answer = part.dataset.passkey === 'enrol' ? await enrol(options) : await use(options);
    const { goTo } = await post(part.dataset.answer, answer);
    window.location.assign(goTo);
  } catch {
    failed.hidden = false;
    button.disabled = false;
  }
}
