// Draws a picture in the page and says where its texts and boxes are, in px from its upper left corner.
// Left and right are those of the line as it is laid out, top and bottom those of its ink, which a canvas tells in whole
// px: it is measured in letters ten times as large.
(svg) => {
  const larger = 10;
  document.body.innerHTML = svg;
  const root = document.body.querySelector("svg");
  const origin = root.getBoundingClientRect();
  const pen = document.createElement("canvas").getContext("2d");
  const place = (box) => ({
    left: box.left - origin.left,
    top: box.top - origin.top,
    right: box.right - origin.left,
    bottom: box.bottom - origin.top,
  });
  const lines = [];
  for (const text of root.querySelectorAll("text")) {
    const style = getComputedStyle(text);
    const size = parseFloat(style.fontSize);
    pen.font = `${style.fontStyle} ${style.fontWeight} ${larger * size}px ${style.fontFamily}`;
    for (const part of [text, ...text.children]) {
      const words = part.firstChild;
      if (!words || words.nodeType !== Node.TEXT_NODE || !words.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(words);
      const box = place(range.getBoundingClientRect());
      const ink = pen.measureText(words.data);
      const x = Number(part.getAttribute("x"));
      const y = Number(part.getAttribute("y"));
      lines.push({
        words: words.data, x, y, left: box.left, right: box.right,
        top: y - ink.actualBoundingBoxAscent / larger, bottom: y + ink.actualBoundingBoxDescent / larger,
        size, bold: style.fontWeight >= 600, anchor: style.textAnchor,
      });
    }
  }
  const boxes = [];
  for (const shape of root.querySelectorAll("rect, path")) {
    const fill = shape.getAttribute("fill");
    boxes.push({
      ...place(shape.getBoundingClientRect()), shape: shape.tagName, filled: fill !== null && fill !== "none",
      radius: Number(shape.getAttribute("rx")),
    });
  }
  return { width: origin.width, height: origin.height, lines, boxes };
}
