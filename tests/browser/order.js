// The letters of each text from left to right, as they are drawn; marks that show nothing are left out.
(svg) => {
  document.body.innerHTML = svg;
  return [...document.querySelectorAll("text")].map((text) =>
    [...text.textContent]
      .map((letter, place) => ({ letter, ...place_of(text, place) }))
      .filter((one) => one.wide > 0)
      .sort((one, other) => one.y - other.y || one.x - other.x)
      .map((one) => one.letter)
      .join(""),
  );

  function place_of(text, place) {
    const box = text.getExtentOfChar(place);
    return { x: box.x, y: Math.round(box.y), wide: box.width };
  }
}
