// The texts of a picture, as the document has them.
(svg) => {
  document.body.innerHTML = svg;
  const texts = [];
  for (const text of document.querySelectorAll("text")) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.data);
  }
  return texts;
}
