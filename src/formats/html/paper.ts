/** How a page for printing looks: A4, black on white, readable on a screen of 320 pixels too. */
export const PAPER = `
@page { size: A4; margin: 15mm 18mm; }
html { color: #000; background: #fff; }
body { margin: 0 auto; padding: 1rem; max-width: 44rem; font: 12pt/1.35 Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 16pt; margin: 0 0 4pt; }
h2 { font-size: 12pt; margin: 10pt 0 2pt; border-bottom: 1px solid #000; break-after: avoid; }
p { margin: 0 0 4pt; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 2pt; break-inside: avoid; }
.about { margin-bottom: 6pt; }
.rule { margin: 0; height: 20pt; border-bottom: 1px solid #767676; }
.footer { margin-top: 8pt; font-size: 9pt; }
@media print { body { padding: 0; max-width: none; font-size: 11pt; } }
`;
