// Helps where it runs; every page says and does the same without it.

// A button beside a citation that copies it.
for (const citation of document.querySelectorAll(".citation")) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.textContent = "Copy the citation";
  said.setAttribute("role", "status");
  const mark = () => {
    getSelection().selectAllChildren(citation);
    said.textContent = " The citation is marked: copy it with your keyboard.";
  };
  button.addEventListener("click", () => {
    // Browsers let pages write to the clipboard over HTTPS, and on the machine itself.
    if (!navigator.clipboard) return mark();
    navigator.clipboard.writeText(citation.textContent.trim()).then(() => (said.textContent = " Copied."), mark);
  });
  const line = document.createElement("p");
  line.append(button, said);
  citation.after(line);
}

// The marks of a drawing are reached by Tab, and then by the arrow keys; what the marked one stands for is told below.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const titleOf = (mark) => mark.querySelector("title").textContent;

function nextMark(marks, from, [x, y]) {
  const centre = (mark) => {
    const box = mark.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [fromX, fromY] = centre(from);
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const [toX, toY] = centre(mark);
    const ahead = (toX - fromX) * x + (toY - fromY) * y;
    // What is beside the way counts for more than what is far along it.
    const distance = ahead + 5 * Math.abs((toX - fromX) * y + (toY - fromY) * x);
    if (mark !== from && ahead > 1 && distance < least) [best, least] = [mark, distance];
  }
  return best;
}

for (const drawing of document.querySelectorAll("svg.drawing")) {
  const marks = [...drawing.querySelectorAll(".cell, .piece, .step, .place")];
  if (!marks.length) continue;
  const told = document.createElement("p");
  told.className = "told";
  told.setAttribute("role", "status");
  drawing.parentElement.after(told);
  // What is inside an image cannot be reached.
  drawing.setAttribute("role", "group");
  for (const mark of marks) {
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", titleOf(mark));
    mark.setAttribute("tabindex", "-1");
  }
  let current = marks[0];
  current.setAttribute("tabindex", "0");
  drawing.addEventListener("focusin", (event) => {
    const mark = event.target.closest("[tabindex]");
    current.setAttribute("tabindex", "-1");
    current = mark;
    mark.setAttribute("tabindex", "0");
    told.textContent = titleOf(mark);
  });
  drawing.addEventListener("keydown", (event) => {
    let next = null;
    if (event.key in ARROWS) next = nextMark(marks, current, ARROWS[event.key]);
    else if (event.key === "Home") next = marks[0];
    else if (event.key === "End") next = marks.at(-1);
    else return;
    event.preventDefault();
    if (next) next.focus();
  });
}

// A form that tries an operation puts what was filled in into the path, and leaves out what was not.
for (const form of document.querySelectorAll("form.try")) {
  const inputs = [...form.querySelectorAll("input, select")];
  const enable = () => inputs.forEach((input) => (input.disabled = input.readOnly = false));
  form.addEventListener("submit", () => {
    const value = (name) => inputs.find((input) => input.dataset.path === name).value;
    form.action = form.dataset.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(value(name)));
    for (const input of inputs) input.disabled = !input.value;
  });
  // The browser may show the page again as it was left.
  addEventListener("pageshow", enable);
}
