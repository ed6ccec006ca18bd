import { createHash } from "node:crypto";

/**
 * Large, dark on light, and as wide as the screen: for old eyes and small phones. Text is at a contrast
 * of 7 to 1 or more, edges of fields and what has the focus at 3 to 1 (WCAG 2.2, 1.4.6, 1.4.11, 2.4.13),
 * and what is pressed is 48 pixels high (2.5.5). On paper nothing is left of grounds, so edges stay.
 */
export const style = [
  "html{background:#fff;color:#1a1a1a;font:1.25rem/1.5 system-ui,sans-serif}",
  "body{margin:0}",
  "main{max-width:34rem;margin:0 auto;padding:1.5rem}",
  "h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}",
  "form{margin:0 0 2.5rem}",
  "p{margin:0 0 1rem;overflow-wrap:anywhere}",
  "section+section{border-top:2px solid #595959;margin-top:2rem;padding-top:2rem}",
  "fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}",
  "fieldset fieldset{border-left:4px solid #595959;margin:0 0 1rem .75rem;padding:0 0 0 1rem}",
  "legend{font-weight:700;padding:0;margin:0 0 .5rem}",
  "label{display:block}",
  ".option{display:flex;align-items:center;gap:.75rem;min-height:3rem}",
  ".option label{flex:1;padding:.5rem 0}",
  ".option input{width:1.75rem;height:1.75rem;flex:none;margin:0}",
  ".part{display:inline-block;margin:0 .75rem .5rem 0;vertical-align:top}",
  ".part input{border:2px solid #595959;border-radius:.25rem;color:#1a1a1a;font:inherit;" +
    "min-height:3rem;padding:0 .5rem}",
  ".date input{width:4ch}",
  ".hint{color:#404040;margin:0 0 .5rem}",
  ".alert{border-left:6px solid #0b3d70;font-weight:700;padding:.5rem 0 .5rem 1rem}",
  "button{background:#0b3d70;border:2px solid #0b3d70;border-radius:.5rem;color:#fff;" +
    "cursor:pointer;font:inherit;font-weight:700;min-height:3rem;padding:.75rem 1.5rem;width:100%}",
  "button.aside{background:#fff;color:#0b3d70}",
  "input:focus-visible,button:focus-visible{outline:4px solid #b34700;outline-offset:3px}",
  "@media print{html{font-size:12pt}button{background:#fff;color:#1a1a1a}}",
].join("");

/** The page's style by its digest, so that the browser takes no other (CSP level 3, `style-src`). */
export const styleSource = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
