/* What the page of a seat needs besides once the box is sealed. */

export { differences } from "./count-slips.js";
export { auditSealed } from "./sealed-audit.js";
export { sealedDocuments } from "./sealed-documents.js";
