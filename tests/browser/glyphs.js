// Finds, among characters drawn in the cells of a row, those that look like one that no font has.
// `given` is two pictures of the row (drawn here, or a PNG), the width of a cell, and the number of cells; the first
// cell holds a character for private use.
async ({ picture, cell, count }) => {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(image, 0, 0);
  const across = Math.floor(image.width / cell);
  const look = (place) => {
    const [x, y] = [(place % across) * cell, Math.floor(place / across) * cell];
    return pen.getImageData(x, y, cell, cell).data;
  };
  const missing = look(0);
  const alike = (one) => one.every((value, place) => Math.abs(value - missing[place]) < 32);
  const blank = (one) => one.every((value, place) => place % 4 === 3 || value > 200);
  return Array.from({ length: count }, (_, place) => {
    const seen = look(place);
    return blank(seen) ? "blank" : alike(seen) ? "missing" : "drawn";
  });
}
