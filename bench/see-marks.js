// Runs in the page that is watched, before the page's own scripts and again after each reload. Plain JavaScript,
// in a file of its own: a function handed over from TypeScript refers to helpers that only its compiler's output has.
let last = '';
function look() {
  const mark = /edit \d+-\d+/.exec((document.body?.innerText ?? '').toLowerCase())?.[0] ?? '';
  if (mark !== last) window.seen(mark);
  last = mark;
  requestAnimationFrame(look);
}
requestAnimationFrame(look);
