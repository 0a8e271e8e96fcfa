export { textsOf, type Drawing, type GovernorsPage, type PageTable, type Shape } from './document.ts';
export { makeGovernorsPage } from './governors-page.ts';
export { findPageQuestion, listTermsOf, type PageQuestion, type PageSchool } from './page-question.ts';
export { renderPdf } from './render-pdf.ts';
export { findTermName } from './term-name.ts';
export { yearBefore } from './term-reading.ts';
