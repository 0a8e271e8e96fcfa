// Enhances pages that already work. A module, so that browsers too old for govuk-frontend never run it.
import { initAll } from './govuk.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
